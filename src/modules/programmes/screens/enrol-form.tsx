import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, FUNDINGS } from '../contract.ts';
import { ADMISSION, api, GROUPS, type GroupCard, todayHere } from './programmes-api.ts';

const schema = contract.enrolStudent['~orpc'].inputSchema;

/** A person into the group by an order, on a seat line that is still free. */
export function EnrolForm({ group, onClose }: { group: GroupCard; onClose: () => void }) {
  const { t } = useTexts();
  const enrol = useChange(api.enrolStudent, [GROUPS, ADMISSION]);
  const [line] = group.seatLines;
  const form = useForm({
    initial: {
      surname: '',
      givenName: '',
      patronymic: '',
      birthDate: '',
      sex: '',
      seatLineId: line?.id ?? '',
      funding: line?.funding ?? 'quota',
      on: todayHere(),
      orderNumber: '',
      ground: '',
    },
    schema,
    input: ({ surname, givenName, patronymic, birthDate, sex, ...rest }) => ({
      groupId: group.id,
      person: { surname, givenName, patronymic, birthDate: birthDate || null, sex: sex || null },
      ...rest,
    }),
  });
  const funding = (value: (typeof FUNDINGS)[number]) => t(`programmes:screen.funding.${value}`);
  const labels = {
    person: t('programmes:screen.student.name'),
    'person.surname': t('programmes:screen.student.surname'),
    'person.givenName': t('programmes:screen.student.givenName'),
    'person.patronymic': t('programmes:screen.student.patronymic'),
    'person.birthDate': t('programmes:screen.student.birthDate'),
    'person.sex': t('programmes:screen.student.sex'),
    seatLineId: t('programmes:screen.student.seatLine'),
    funding: t('programmes:screen.student.funding'),
    on: t('programmes:screen.student.on'),
    orderNumber: t('programmes:screen.student.orderNumber'),
    ground: t('programmes:screen.student.ground'),
  };
  const inPerson = (name: 'surname' | 'givenName' | 'patronymic' | 'birthDate' | 'sex') => ({
    ...form.field(name),
    name: `person.${name}`,
    label: labels[`person.${name}`],
    error: form.problems[`person.${name}`],
  });
  return (
    <FormPanel
      title={t('programmes:screen.student.enrolTitle', { code: group.code })}
      submit={t('programmes:screen.student.enrolled')}
      blocked={line ? undefined : t('programmes:screen.student.noLines')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(enrol.mutateAsync)) onClose();
      }}
    >
      <TextInput {...inPerson('surname')} />
      <TextInput {...inPerson('givenName')} />
      <TextInput {...inPerson('patronymic')} optional />
      <TextInput {...inPerson('birthDate')} type="date" />
      <ChoiceInput
        {...inPerson('sex')}
        none={t('programmes:screen.load.choose')}
        choices={[
          { value: 'f', label: t('programmes:screen.student.female') },
          { value: 'm', label: t('programmes:screen.student.male') },
        ]}
      />
      <ChoiceInput
        {...form.field('seatLineId')}
        label={labels.seatLineId}
        choices={group.seatLines.map(({ id, funding: kind, seats, taken }) => ({
          value: id,
          label: t('programmes:screen.student.seatsLeft', { funding: funding(kind), taken, seats }),
        }))}
      />
      <ChoiceInput
        {...form.field('funding')}
        label={labels.funding}
        choices={FUNDINGS.map((value) => ({ value, label: funding(value) }))}
      />
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      <TextInput {...form.field('orderNumber')} label={labels.orderNumber} />
      <TextInput {...form.field('ground')} label={labels.ground} optional />
    </FormPanel>
  );
}
