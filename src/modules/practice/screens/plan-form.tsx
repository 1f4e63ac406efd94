import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract, HELD_AT, PLAN_KINDS } from '../contract.ts';
import { api, numberOf, PLANS, partsOf, todayHere } from './practice-api.ts';

const schema = contract.savePlan['~orpc'].inputSchema;
const KIND_OF: Record<string, string> = {
  'training-practice': 'UP',
  'work-practice': 'PP',
  'pre-diploma-practice': 'PDP',
};

/** A practice of a group: chosen from its curriculum, then days, hours, supervisor. */
export function PlanForm({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const choices = useRead([...PLANS, 'choices'], api.planChoices, {});
  const forms = useRead(['practice', 'forms'], api.listForms, {});
  const save = useChange(api.savePlan, [PLANS]);
  const form = useForm({
    initial: {
      groupId: '',
      module: '',
      kind: 'PP',
      moduleCode: '',
      title: '',
      from: '',
      to: '',
      academicHours: '',
      competences: '',
      heldAt: 'enterprise',
      supervisorId: '',
      workshopId: '',
      formId: '',
    },
    schema,
    input: ({ module: _, academicHours, competences, supervisorId, workshopId, formId, ...rest }) => ({
      ...rest,
      academicHours: numberOf(academicHours),
      competences: partsOf(competences),
      supervisorId: supervisorId || null,
      workshopId: workshopId || null,
      formId: formId || null,
    }),
  });
  const labels = {
    groupId: t('practice:screen.plan.group'),
    module: t('practice:screen.plan.module'),
    kind: t('practice:screen.plan.kind'),
    moduleCode: t('practice:screen.plan.code'),
    title: t('practice:screen.plan.name'),
    from: t('practice:screen.plan.from'),
    to: t('practice:screen.plan.to'),
    academicHours: t('practice:screen.plan.hours'),
    competences: t('practice:screen.plan.competences'),
    heldAt: t('practice:screen.plan.heldAt'),
    supervisorId: t('practice:screen.plan.supervisor'),
    workshopId: t('practice:screen.plan.workshop'),
    formId: t('practice:form.screen.planForm'),
  };
  const known = choices.data?.data;
  const modules = (known?.modules ?? []).filter(({ groupId }) => groupId === form.value.groupId);
  const choose = (code: string) => {
    const one = modules.find((module) => module.code === code);
    if (!one) return form.set('module', code);
    const kind = KIND_OF[one.kind] ?? 'PP';
    form.setValue({
      ...form.value,
      module: code,
      moduleCode: one.code,
      title: one.name,
      kind,
      competences: one.competences.join(', '),
      academicHours: String(one.academicHours),
      heldAt: kind === 'UP' ? 'college' : 'enterprise',
    });
  };
  const none = t('practice:screen.plan.choose');
  return (
    <FormPanel
      title={t('practice:screen.plan.title')}
      submit={t('practice:screen.plan.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('groupId')}
        label={labels.groupId}
        none={none}
        choices={(known?.groups ?? []).map(({ id, code, programme }) => ({
          value: id,
          label: `${code}, ${programme}`,
        }))}
      />
      <ChoiceInput
        {...form.field('module')}
        label={labels.module}
        none={t('practice:screen.plan.other')}
        choices={modules.map(({ code, name, academicHours }) => ({
          value: code,
          label: `${code} ${name}, ${academicHours}`,
        }))}
        onChange={choose}
      />
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={PLAN_KINDS.map((value) => ({ value, label: t(`practice:kind.${value}`) }))}
      />
      <TextInput {...form.field('moduleCode')} label={labels.moduleCode} />
      <TextInput {...form.field('title')} label={labels.title} />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput {...form.field('to')} type="date" label={labels.to} />
      <TextInput {...form.field('academicHours')} inputMode="numeric" label={labels.academicHours} />
      <TextInput {...form.field('competences')} label={labels.competences} optional />
      <ChoiceInput
        {...form.field('heldAt')}
        label={labels.heldAt}
        choices={HELD_AT.map((value) => ({ value, label: t(`practice:heldAt.${value}`) }))}
      />
      <ChoiceInput
        {...form.field('supervisorId')}
        label={labels.supervisorId}
        none={none}
        optional
        choices={(known?.supervisors ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceInput
        {...form.field('formId')}
        label={labels.formId}
        none={t('practice:form.screen.noForm')}
        optional
        choices={(forms.data?.data.rows ?? [])
          .filter(({ from, to, kinds }) => {
            const day = form.value.from || todayHere();
            const suits = kinds.length === 0 || kinds.some((kind) => kind === form.value.kind);
            return suits && from <= day && (to === null || day <= to);
          })
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      {form.value.heldAt === 'college' && (
        <ChoiceInput
          {...form.field('workshopId')}
          label={labels.workshopId}
          none={none}
          optional
          choices={(known?.workshops ?? []).map(({ id, name, places }) => ({
            value: id,
            label: `${name}, ${places}`,
          }))}
        />
      )}
    </FormPanel>
  );
}
