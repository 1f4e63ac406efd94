import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { FormPanel } from '../../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../../web/widgets/inputs.tsx';
import { useForm } from '../../../../web/widgets/use-form.ts';
import { contract } from '../../contract.ts';
import { api, FORMS, type FormRow, todayHere } from './form-api.ts';

/** The last day of an entry, with the reason; plans that have it keep it. */
export function RetireForm({ row, onClose }: { row: FormRow; onClose: () => void }) {
  const { t } = useTexts();
  const retire = useChange(api.retireForm, [FORMS]);
  const form = useForm({
    initial: { lastDay: todayHere(), why: '' },
    schema: contract.retireForm['~orpc'].inputSchema,
    input: (value) => ({ ...value, id: row.id, rev: row.rev }),
  });
  const labels = { lastDay: t('practice:form.screen.lastDay'), why: t('practice:form.screen.why') };
  return (
    <FormPanel
      title={t('practice:form.screen.retireTitle', { name: row.name })}
      about={t('practice:form.screen.retireAbout')}
      submit={t('practice:form.screen.retire')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(retire.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('lastDay')} type="date" label={labels.lastDay} />
      <TextInput {...form.field('why')} label={labels.why} />
    </FormPanel>
  );
}
