import { useChange } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { BODY_KINDS, contract } from '../contract.ts';
import { api, BODIES, type Card } from './bodies-api.ts';

interface Props {
  /** The body to change; without it a new one of the own organisation. */
  card?: Card;
  onClose: () => void;
  onSaved: (id: string) => void | Promise<void>;
}

/** The card of a body; a day of dissolution closes it for new meetings. */
export function BodyForm({ card, onClose, onSaved }: Props) {
  const { t } = useTexts();
  const { assignment } = useSession();
  const save = useChange(api.saveBody, [BODIES]);
  const form = useForm({
    initial: {
      kind: card?.kind ?? 'council',
      name: card?.name ?? '',
      quorumPercent: String(card?.quorumPercent ?? 50),
      ground: card?.ground ?? '',
      closedOn: card?.closedOn ?? '',
    },
    schema: contract.saveBody['~orpc'].inputSchema,
    input: ({ quorumPercent, closedOn, ...value }) => ({
      ...value,
      ...(card && { id: card.id, rev: card.rev }),
      quorumPercent: Number(quorumPercent),
      closedOn: closedOn || null,
      organisationId: card?.organisationId ?? assignment?.organisation?.id,
    }),
  });
  const labels = {
    kind: t('bodies:body.kind'),
    name: t('bodies:body.name'),
    quorumPercent: t('bodies:body.quorum'),
    ground: t('bodies:body.ground'),
    closedOn: t('bodies:body.closedOn'),
  };
  return (
    <FormPanel
      title={t(card ? 'bodies:body.editTitle' : 'bodies:body.newTitle')}
      submit={t('bodies:body.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        void form.submit(async (input: Parameters<typeof api.saveBody>[0]) => {
          const made = await save.mutateAsync(input);
          await onSaved(made.data.id);
        })
      }
    >
      <TextInput {...form.field('name')} label={labels.name} />
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={BODY_KINDS.map((value) => ({ value, label: t(`bodies:kind.${value}`) }))}
      />
      <TextInput {...form.field('quorumPercent')} inputMode="numeric" label={labels.quorumPercent} />
      <TextInput {...form.field('ground')} label={labels.ground} optional />
      {card && (
        <TextInput
          {...form.field('closedOn')}
          type="date"
          label={labels.closedOn}
          hint={t('bodies:body.closedHint')}
          optional
        />
      )}
    </FormPanel>
  );
}
