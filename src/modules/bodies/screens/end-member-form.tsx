import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, BODIES, type Card, todayHere } from './bodies-api.ts';

interface Props {
  member: Card['memberRows'][number];
  onClose: () => void;
}

/** From a day on the person is no member; minutes of earlier days keep the name. */
export function EndMemberForm({ member, onClose }: Props) {
  const { t } = useTexts();
  const end = useChange(api.endMember, [BODIES]);
  const form = useForm({
    initial: { on: todayHere() },
    schema: contract.endMember['~orpc'].inputSchema,
    input: (value) => ({ id: member.id, ...value }),
  });
  const label = t('bodies:body.endOn');
  return (
    <FormPanel
      title={t('bodies:body.endTitle', { name: member.name })}
      submit={t('bodies:body.end')}
      busy={form.busy}
      problems={form.problems}
      labels={{ on: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(end.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('on')} type="date" label={label} />
    </FormPanel>
  );
}
