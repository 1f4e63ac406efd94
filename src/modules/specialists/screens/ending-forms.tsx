import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, EXPERTS, type ExpertCard } from './experts-api.ts';
import { todayHere } from './specialists-api.ts';

/** A right ends before its term: from the day after it opens no seat, and exams it was needed for open again. */
export function EndRightForm({
  right,
  onClose,
}: {
  right: ExpertCard['rights'][number];
  onClose: () => void;
}) {
  const { t } = useTexts();
  const end = useChange(api.endRight, [EXPERTS]);
  const form = useForm({
    initial: { lastDay: todayHere(), why: '' },
    schema: contract.endRight['~orpc'].inputSchema,
    input: (value) => ({ id: right.id, ...value }),
  });
  const labels = {
    lastDay: t('specialists:screen.ending.lastDay'),
    why: t('specialists:screen.ending.why'),
  };
  return (
    <FormPanel
      title={t('specialists:screen.ending.rightTitle', {
        code: right.code,
      })}
      submit={t('specialists:screen.ending.endRight')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(end.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('lastDay')} type="date" label={labels.lastDay} />
      <TextInput {...form.field('why')} label={labels.why} hint={t('specialists:screen.ending.whyHint')} />
    </FormPanel>
  );
}

/** From this day the expert is called nowhere; what was served stays in the base. */
export function LeaveForm({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTexts();
  const leave = useChange(api.leaveExpert, [EXPERTS]);
  const form = useForm({
    initial: { on: todayHere() },
    schema: contract.leaveExpert['~orpc'].inputSchema,
    input: ({ on }) => ({ id, on }),
  });
  const labels = { on: t('specialists:screen.ending.leavesOn') };
  return (
    <FormPanel
      title={t('specialists:screen.ending.leaveTitle', { name })}
      submit={t('specialists:screen.ending.leave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(leave.mutateAsync)) onClose();
      }}
    >
      <TextInput
        {...form.field('on')}
        type="date"
        label={labels.on}
        hint={t('specialists:screen.ending.leaveHint')}
      />
    </FormPanel>
  );
}
