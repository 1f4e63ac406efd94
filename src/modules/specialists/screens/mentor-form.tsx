import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, codesOf, MENTORS, type MentorCard } from './specialists-api.ts';

const schema = contract.saveMentor['~orpc'].inputSchema;
const NEW = 'new';

/** Enters a worker, or somebody new, into the register; corrects an entry. */
export function MentorForm({ card, onClose }: { card?: MentorCard; onClose: () => void }) {
  const { t } = useTexts();
  const workers = useRead([...MENTORS, 'workers'], api.listWorkers, {}, { enabled: !card });
  const save = useChange(api.saveMentor, [MENTORS]);
  const form = useForm({
    initial: {
      worker: '',
      surname: '',
      givenName: '',
      patronymic: '',
      birthDate: '',
      post: card?.post ?? '',
      programmes: card?.programmes.join(', ') ?? '',
      experienceSince: card?.experienceSince ?? '',
      trainedOn: card?.trainedOn ?? '',
    },
    schema,
    input: ({
      worker,
      surname,
      givenName,
      patronymic,
      birthDate,
      programmes,
      experienceSince,
      trainedOn,
      post,
    }) => ({
      ...(card && { id: card.id, rev: card.rev }),
      person: card
        ? { id: card.personId }
        : worker && worker !== NEW
          ? { id: worker }
          : { surname, givenName, patronymic, birthDate: birthDate || null },
      post,
      programmes: codesOf(programmes),
      experienceSince: experienceSince || null,
      trainedOn: trainedOn || null,
    }),
  });
  const words = (name: string) => `person.${name}`;
  const labels: Record<string, string> = {
    post: t('specialists:screen.post'),
    programmes: t('specialists:screen.form.programmes'),
    experienceSince: t('specialists:screen.form.experienceSince'),
    trainedOn: t('specialists:screen.form.trainedOn'),
    person: t('specialists:screen.form.worker'),
    'person.surname': t('specialists:screen.form.surname'),
    'person.givenName': t('specialists:screen.form.givenName'),
    'person.patronymic': t('specialists:screen.form.patronymic'),
    'person.birthDate': t('specialists:screen.form.birthDate'),
  };
  const inPerson = (name: 'surname' | 'givenName' | 'patronymic' | 'birthDate') => ({
    ...form.field(name),
    name: words(name),
    label: labels[words(name)],
    error: form.problems[words(name)],
  });
  const choosing = !card;
  const isNew = choosing && (form.value.worker === NEW || form.value.worker === '');
  return (
    <FormPanel
      title={card ? t('specialists:screen.form.edit') : t('specialists:screen.add')}
      submit={card ? t('specialists:screen.form.saveChange') : t('specialists:screen.form.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      {choosing && (
        <ChoiceInput
          {...form.field('worker')}
          label={labels.person}
          error={form.problems.person}
          choices={[
            { value: NEW, label: t('specialists:screen.form.newPerson') },
            ...(workers.data?.data.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {isNew && (
        <>
          <TextInput {...inPerson('surname')} />
          <TextInput {...inPerson('givenName')} />
          <TextInput {...inPerson('patronymic')} optional />
          <TextInput {...inPerson('birthDate')} type="date" optional />
        </>
      )}
      <TextInput {...form.field('post')} label={labels.post} />
      <TextInput
        {...form.field('programmes')}
        label={labels.programmes}
        hint={t('specialists:screen.form.programmesHint')}
      />
      <TextInput {...form.field('experienceSince')} type="date" label={labels.experienceSince} optional />
      <TextInput {...form.field('trainedOn')} type="date" label={labels.trainedOn} optional />
    </FormPanel>
  );
}
