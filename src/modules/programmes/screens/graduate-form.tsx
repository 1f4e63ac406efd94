import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { MarkList } from './mark-list.tsx';
import { api, CONTINGENT, GROUPS, type GroupCard, STUDENT, todayHere } from './programmes-api.ts';

const schema = contract.graduateGroup['~orpc'].inputSchema;

/** One order for the whole group; who stays is marked. */
export function GraduateForm({ group, onClose }: { group: GroupCard; onClose: () => void }) {
  const { t } = useTexts();
  const [stay, setStay] = useState<ReadonlySet<string>>(new Set());
  const graduate = useChange(api.graduateGroup, [GROUPS, STUDENT, CONTINGENT]);
  const form = useForm({
    initial: { on: todayHere(), orderNumber: '', ground: '' },
    schema,
    input: (value) => ({ id: group.id, ...value, stay: [...stay] }),
  });
  const labels = {
    on: t('programmes:screen.group.graduateOn'),
    orderNumber: t('programmes:screen.group.order'),
    ground: t('programmes:screen.group.ground'),
  };
  const studying = group.students.filter(({ status }) => status === 'studying');
  return (
    <FormPanel
      title={t('programmes:screen.group.graduate')}
      about={t('programmes:screen.group.graduateHint')}
      submit={t('programmes:screen.group.graduateSave', { count: studying.length - stay.size })}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(graduate.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      <TextInput {...form.field('orderNumber')} label={labels.orderNumber} />
      <TextInput {...form.field('ground')} label={labels.ground} optional />
      <MarkList
        legend={t('programmes:screen.group.graduateStay')}
        options={studying.map(({ id, fullName }) => ({ id, label: fullName }))}
        marked={stay}
        onChange={setStay}
      />
    </FormPanel>
  );
}
