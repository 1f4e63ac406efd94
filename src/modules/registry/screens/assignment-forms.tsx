import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { ASSIGNMENTS, type Assignment, api, todayHere } from './registry-api.ts';

const endSchema = contract.endAssignment['~orpc'].inputSchema;
const inviteSchema = contract.invite['~orpc'].inputSchema;

export function EndForm({ row, onClose }: { row: Assignment; onClose: () => void }) {
  const { t, tId } = useTexts();
  const end = useChange(api.endAssignment, [ASSIGNMENTS]);
  const form = useForm({
    initial: { on: todayHere(), reason: '' },
    schema: endSchema,
    input: (value) => ({ id: row.id, ...value }),
  });
  const labels = { on: t('registry:people.endOn'), reason: t('registry:people.endReason') };
  return (
    <FormPanel
      title={t('registry:people.endTitle', { name: row.personName, role: tId(`registry:role.${row.role}`) })}
      submit={t('registry:people.endSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(end.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      <TextInput {...form.field('reason')} label={labels.reason} />
    </FormPanel>
  );
}

interface InviteProps {
  row: Assignment;
  onClose: () => void;
  onSent: (until: string) => void;
}

export function InviteForm({ row, onClose, onSent }: InviteProps) {
  const { t } = useTexts();
  const invite = useChange(api.invite, [ASSIGNMENTS]);
  const form = useForm({
    initial: { email: '' },
    schema: inviteSchema,
    input: ({ email }) => ({ assignmentId: row.id, ...(email ? { email } : {}) }),
  });
  const label = t('registry:people.email');
  return (
    <FormPanel
      title={t('registry:people.inviteTitle', { name: row.personName })}
      submit={t('registry:people.inviteSave')}
      busy={form.busy}
      problems={form.problems}
      labels={{ email: label }}
      onClose={onClose}
      onSubmit={async () => {
        const send = async (input: Parameters<typeof api.invite>[0]) =>
          onSent((await invite.mutateAsync(input)).data.expiresAt);
        if (await form.submit(send)) onClose();
      }}
    >
      <TextInput {...form.field('email')} type="email" label={label} hint={t('registry:people.emailHint')} />
    </FormPanel>
  );
}
