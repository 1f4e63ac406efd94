import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, TEACHING_TERMS } from '../contract.ts';
import { api, GROUPS, type GroupCard, numberOf, TEACHING } from './programmes-api.ts';

const schema = contract.assignTeacher['~orpc'].inputSchema;

/** A module to a teacher; the load the teacher already has stands under the name. */
export function LoadForm({ group, onClose }: { group: GroupCard; onClose: () => void }) {
  const { t } = useTexts();
  const { schoolYear } = group;
  const read = useRead(TEACHING, api.listTeaching, { schoolYear });
  const assign = useChange(api.assignTeacher, [GROUPS, TEACHING]);
  const form = useForm({
    initial: { moduleCode: '', personId: '', academicHours: '', terms: 'staff' },
    schema,
    input: ({ academicHours, ...rest }) => ({
      ...rest,
      academicHours: numberOf(academicHours),
      groupId: group.id,
      schoolYear,
    }),
  });
  const labels = {
    moduleCode: t('programmes:screen.load.module'),
    personId: t('programmes:screen.load.teacher'),
    academicHours: t('programmes:screen.load.hours'),
    terms: t('programmes:screen.load.terms'),
  };
  const teachers = read.data?.data.teachers ?? [];
  const chosen = teachers.find(({ personId }) => personId === form.value.personId);
  const { limit = 0, hourlyLimit = 0 } = read.data?.data ?? {};
  const hint =
    chosen &&
    (form.value.terms === 'hourly'
      ? t('programmes:screen.load.hourlyHint', { hours: chosen.hourly, limit: hourlyLimit })
      : t('programmes:screen.load.hint', { hours: chosen.academicHours, limit }));
  const choose = (moduleCode: string) => {
    const hours = group.modules.find(({ code }) => code === moduleCode)?.academicHours;
    form.setValue({
      ...form.value,
      moduleCode,
      academicHours: hours ? String(hours) : form.value.academicHours,
    });
  };
  const none = t('programmes:screen.load.choose');
  return (
    <FormPanel
      title={t('programmes:screen.load.title')}
      submit={t('programmes:screen.load.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(assign.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('moduleCode')}
        label={labels.moduleCode}
        none={none}
        choices={group.modules.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        onChange={choose}
      />
      <ChoiceInput
        {...form.field('personId')}
        label={labels.personId}
        none={none}
        hint={hint}
        choices={teachers.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <ChoiceInput
        {...form.field('terms')}
        label={labels.terms}
        choices={TEACHING_TERMS.map((value) => ({
          value,
          label: t(`programmes:screen.load.termsOf.${value}`),
        }))}
      />
      <TextInput {...form.field('academicHours')} label={labels.academicHours} inputMode="numeric" />
    </FormPanel>
  );
}
