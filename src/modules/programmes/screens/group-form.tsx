import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { schoolYearOf } from '../rules/school-year.ts';
import { api, GROUPS, numberOf, PROGRAMMES, todayHere } from './programmes-api.ts';

const schema = contract.saveGroup['~orpc'].inputSchema;

/** A new group: its programme, code and years; the year of graduation follows from the length of the programme. */
export function GroupForm({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const programmes = useRead(PROGRAMMES, api.listProgrammes, {});
  const save = useChange(api.saveGroup, [GROUPS]);
  const now = schoolYearOf(todayHere());
  const form = useForm({
    initial: { programmeId: '', code: '', intakeYear: String(now), course: '1', graduationYear: '' },
    schema,
    input: ({ intakeYear, course, graduationYear, ...rest }) => ({
      ...rest,
      intakeYear: numberOf(intakeYear),
      course: numberOf(course),
      graduationYear: numberOf(graduationYear),
    }),
  });
  const labels = {
    programmeId: t('programmes:screen.group.programme'),
    code: t('programmes:screen.group.code'),
    intakeYear: t('programmes:screen.group.intakeYear'),
    course: t('programmes:screen.group.course'),
    graduationYear: t('programmes:screen.group.graduationYear'),
  };
  const rows = programmes.data?.data.rows ?? [];
  const choose = (programmeId: string) => {
    const months = rows.find((row) => row.id === programmeId)?.months;
    const ends = months
      ? String(Number(form.value.intakeYear) + Math.ceil(months / 12))
      : form.value.graduationYear;
    form.setValue({ ...form.value, programmeId, graduationYear: ends });
  };
  return (
    <FormPanel
      title={t('programmes:screen.group.add')}
      submit={t('programmes:screen.group.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('programmeId')}
        label={labels.programmeId}
        none={t('programmes:screen.load.choose')}
        choices={rows.map((row) => ({
          value: row.id,
          label: `${row.code} ${row.name}, ${t('programmes:screen.base', { base: row.base })}`,
        }))}
        onChange={choose}
      />
      <TextInput {...form.field('code')} label={labels.code} />
      <TextInput {...form.field('intakeYear')} label={labels.intakeYear} inputMode="numeric" />
      <TextInput {...form.field('course')} label={labels.course} inputMode="numeric" />
      <TextInput {...form.field('graduationYear')} label={labels.graduationYear} inputMode="numeric" />
    </FormPanel>
  );
}
