import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, BOARD, PLANS, todayHere } from './practice-api.ts';

/** The college's order on sending the group. */
export function OrderForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const order = useChange(api.orderSending, [BOARD, PLANS]);
  const form = useForm({
    initial: { number: '', on: todayHere() },
    schema: contract.orderSending['~orpc'].inputSchema,
    input: (value) => ({ id, ...value }),
  });
  const labels = { number: t('practice:screen.order.number'), on: t('practice:screen.order.on') };
  return (
    <FormPanel
      title={t('practice:screen.order.title')}
      submit={t('practice:screen.order.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(order.mutateAsync)) onClose();
      }}
    >
      <TextInput
        {...form.field('number')}
        label={labels.number}
        hint={t('practice:papers.screen.numberHint')}
        optional
      />
      <TextInput {...form.field('on')} type="date" label={labels.on} />
    </FormPanel>
  );
}
