import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, GROUPS, STUDENT, type StudentCard, todayHere } from './programmes-api.ts';

const moveSchema = contract.moveStudent['~orpc'].inputSchema;
const transferSchema = contract.transferStudent['~orpc'].inputSchema;
const TRANSFER = 'transfer';
/** Which of the two contracts holds is seen from the input: a transfer names its group. */
const orderSchema = z
  .union([z.object({ toGroupId: z.string() }).loose(), z.object({ event: z.string() }).loose()])
  .superRefine((input, context) => {
    const schema = 'toGroupId' in input ? transferSchema : moveSchema;
    for (const issue of schema?.safeParse(input).error?.issues ?? []) context.addIssue({ ...issue });
  });
const LEAVES = new Set(['expulsion', 'transfer-out', 'graduation']);

/** One order about a student: only what leads on from the present state is offered. */
export function OrderForm({ student, onClose }: { student: StudentCard; onClose: () => void }) {
  const { t, tId } = useTexts();
  const navigate = useNavigate();
  const move = useChange(api.moveStudent, [STUDENT, GROUPS]);
  const transfer = useChange(api.transferStudent, [STUDENT, GROUPS]);
  const transfers = student.otherGroups.length > 0 ? [TRANSFER] : [];
  const form = useForm({
    initial: {
      event: student.next[0] ?? '',
      toGroupId: '',
      on: todayHere(),
      until: '',
      orderNumber: '',
      ground: '',
    },
    schema: orderSchema,
    input: ({ event, toGroupId, until, ...rest }) =>
      event === TRANSFER
        ? { id: student.id, toGroupId, ...rest }
        : { id: student.id, event, expected: student.status, until: until || null, ...rest },
  });
  const { event } = form.value;
  const labels = {
    event: t('programmes:screen.student.event'),
    toGroupId: t('programmes:screen.student.toGroup'),
    on: t('programmes:screen.student.on'),
    until: t('programmes:screen.student.untilField'),
    orderNumber: t('programmes:screen.student.orderNumber'),
    ground: t('programmes:screen.student.ground'),
  };
  const send = async (input: never) => {
    if (event !== TRANSFER) return move.mutateAsync(input);
    const { data } = await transfer.mutateAsync(input);
    await navigate({ to: '/students/$id', params: { id: data.id } });
  };
  return (
    <FormPanel
      title={t('programmes:screen.student.newOrder')}
      {...(LEAVES.has(event) && { about: t('programmes:screen.student.leaveHint') })}
      submit={t('programmes:screen.student.write')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(send)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('event')}
        label={labels.event}
        choices={[...student.next, ...transfers].map((value) => ({
          value,
          label:
            value === TRANSFER
              ? t('programmes:screen.student.transfer')
              : tId(`programmes:event.student.${value}`),
        }))}
      />
      {event === TRANSFER && (
        <ChoiceInput
          {...form.field('toGroupId')}
          label={labels.toGroupId}
          none={t('programmes:screen.load.choose')}
          choices={student.otherGroups.map(({ id, code }) => ({ value: id, label: code }))}
        />
      )}
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      {event === 'leave' && <TextInput {...form.field('until')} type="date" label={labels.until} />}
      <TextInput {...form.field('orderNumber')} label={labels.orderNumber} />
      <TextInput {...form.field('ground')} label={labels.ground} optional />
    </FormPanel>
  );
}
