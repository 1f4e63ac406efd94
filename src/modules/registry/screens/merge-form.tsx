import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { api, DUPLICATES, ORGANISATIONS } from './registry-api.ts';

export interface Twins {
  kind: 'organisation' | 'person';
  first: { id: string; name: string };
  second: { id: string; name: string };
  why: string;
}

const schema = contract.mergePersons['~orpc'].inputSchema;

/** Which of the two is kept, and why they are one. */
export function MergeForm({ twins, onClose }: { twins: Twins; onClose: () => void }) {
  const { t } = useTexts();
  const organisations = useChange(api.mergeOrganisations, [DUPLICATES, ORGANISATIONS]);
  const persons = useChange(api.mergePersons, [DUPLICATES]);
  const form = useForm({
    initial: { keep: twins.first.id, reason: '' },
    schema,
    input: ({ keep, reason }) => ({
      keepId: keep,
      mergeId: keep === twins.first.id ? twins.second.id : twins.first.id,
      reason,
    }),
  });
  const labels = { keepId: t('registry:duplicates.keep'), reason: t('registry:duplicates.reason') };
  return (
    <FormPanel
      title={`${twins.first.name}; ${twins.second.name}`}
      submit={t('registry:duplicates.merge')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        const send = twins.kind === 'person' ? persons.mutateAsync : organisations.mutateAsync;
        if (await form.submit(send)) onClose();
      }}
    >
      <ChoiceInput
        {...form.field('keep')}
        label={labels.keepId}
        choices={[twins.first, twins.second].map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput {...form.field('reason')} label={labels.reason} />
    </FormPanel>
  );
}
