import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, LISTS } from './classifiers-api.ts';

const schema = contract.checkList['~orpc'].inputSchema;

/** «Сверено с приказом»: by what it was compared. */
export function CheckForm({ list, onClose }: { list: string; onClose: () => void }) {
  const { t } = useTexts();
  const check = useChange(api.checkList, [LISTS, ['classifiers', 'events']]);
  const form = useForm({ initial: { how: '' }, schema, input: (value) => ({ list, ...value }) });
  const label = t('classifiers:items.checkTitle');
  return (
    <FormPanel
      submit={t('classifiers:items.checkSave')}
      busy={form.busy}
      problems={form.problems}
      labels={{ how: label }}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(check.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('how')} label={label} hint={t('classifiers:items.checkHint')} />
    </FormPanel>
  );
}
