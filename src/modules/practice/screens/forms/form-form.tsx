import { useChange, useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import { useForm } from '../../../../web/widgets/use-form.ts';
import { contract, FORM_KINDS, PLAN_KINDS } from '../../contract.ts';
import css from '../practice.module.css';
import { api, FORMS, type FormRow, todayHere } from './form-api.ts';

/** An entry of the catalogue: what it is, how it is done, for which practice, since when and by which decision. */
export function FormForm({ row, onClose }: { row: FormRow | null; onClose: () => void }) {
  const { t, date } = useTexts();
  const save = useChange(api.saveForm, [FORMS]);
  const choices = useRead([...FORMS, 'choices'], api.formChoices, {});
  const form = useForm({
    initial: {
      kind: row?.kind ?? 'form',
      name: row?.name ?? '',
      about: row?.about ?? '',
      kinds: row?.kinds ?? [],
      source: row?.source ?? '',
      from: row?.from ?? todayHere(),
      decisionId: row?.decisionId ?? '',
    },
    schema: contract.saveForm['~orpc'].inputSchema,
    input: ({ decisionId, ...value }) => ({
      ...value,
      ...(row && { id: row.id, rev: row.rev }),
      decisionId: decisionId || null,
    }),
  });
  const labels = {
    kind: t('practice:form.screen.kind'),
    name: t('practice:form.screen.name'),
    about: t('practice:form.screen.what'),
    kinds: t('practice:form.screen.kinds'),
    source: t('practice:form.screen.source'),
    from: t('practice:form.screen.from'),
    decisionId: t('practice:form.screen.decision'),
  };
  const { kinds } = form.value;
  const tick = (kind: (typeof PLAN_KINDS)[number], on: boolean) =>
    form.set('kinds', on ? [...kinds, kind] : kinds.filter((one) => one !== kind));
  return (
    <FormPanel
      title={
        row ? t('practice:form.screen.editTitle', { name: row.name }) : t('practice:form.screen.addTitle')
      }
      submit={t('practice:form.screen.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(save.mutateAsync)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={FORM_KINDS.map((value) => ({ value, label: t(`practice:form.kind.${value}`) }))}
      />
      <TextInput {...form.field('name')} label={labels.name} />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <ChoiceInput
        {...form.field('decisionId')}
        label={labels.decisionId}
        none={t('practice:form.screen.noDecision')}
        optional
        choices={(choices.data?.data.decisions ?? []).map(({ id, text, heldOn }) => ({
          value: id,
          label: `${date(heldOn)}: ${text}`,
        }))}
      />
      <TextInput
        {...form.field('source')}
        label={labels.source}
        hint={t('practice:form.screen.sourceHint')}
      />
      <AreaInput {...form.field('about')} label={labels.about} rows={4} />
      <fieldset className={css.wide}>
        <legend>{labels.kinds}</legend>
        {PLAN_KINDS.map((kind) => (
          <label key={kind} className={css.check}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={(event) => tick(kind, event.target.checked)}
            />
            {t(`practice:kind.${kind}`)}
          </label>
        ))}
      </fieldset>
    </FormPanel>
  );
}
