import { useChange, useRead } from '../../../web/api.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import { AGREEMENTS, api, type Card, todayHere } from './agreements-api.ts';
import { PartyFields, type PartyText } from './party-fields.tsx';

const schema = contract.saveAgreement['~orpc'].inputSchema;
const emptyParty: PartyText = {
  organisationId: '',
  name: '',
  signatory: '',
  authority: '',
  authorityUntil: '',
};

const partiesOf = (card: Card | undefined, own: PartyText | null): PartyText[] =>
  card
    ? card.parties.map((party) => ({
        organisationId: party.organisationId,
        name: party.name,
        signatory: party.signatory ?? '',
        authority: party.authority ?? '',
        authorityUntil: party.authorityUntil ?? '',
      }))
    : [own ?? emptyParty, emptyParty];

/** A field of a kind as text back to what is stored. */
const storedValue = (type: 'text' | 'number' | 'date', words: string) => {
  const plain = words.trim();
  if (plain === '') return null;
  const asNumber = Number(plain.replace(/\s/g, '').replace(',', '.'));
  return type === 'number' && !Number.isNaN(asNumber) ? asNumber : plain;
};

interface Props {
  card?: Card;
  onSaved: (id: string) => void;
  onClose: () => void;
}

/** Kind, terms and parties; the kind's own fields come from the catalogue of the day. */
export function AgreementForm({ card, onSaved, onClose }: Props) {
  const { t } = useTexts();
  const { assignment } = useSession();
  const own = assignment?.organisation;
  const kinds = useRead([...AGREEMENTS, 'kinds'], api.listKinds, {});
  const save = useChange(api.saveAgreement, [AGREEMENTS]);
  const holds = card?.state === 'in_force' || card?.state === 'changing';
  const fieldsOf = (kind: string) =>
    (kinds.data?.data.rows ?? []).find(({ code }) => code === kind)?.fields ?? [];
  const form = useForm({
    initial: {
      kind: card?.kind ?? 'practice',
      number: card?.number ?? '',
      subject: card?.subject ?? '',
      from: card?.from ?? todayHere(),
      to: card?.to ?? '',
      fields: Object.fromEntries(
        Object.entries(card?.fields ?? {}).map(([id, value]) => [id, String(value ?? '')]),
      ),
      parties: partiesOf(card, own ? { ...emptyParty, organisationId: own.id, name: own.name } : null),
      supplement: '',
      why: '',
    },
    schema,
    input: ({ fields, parties, to, supplement, why, ...rest }) => ({
      ...rest,
      to: to || null,
      supplement: supplement || null,
      why: why || null,
      fields: Object.fromEntries(
        fieldsOf(rest.kind).map(({ id, type }) => [id, storedValue(type, fields[id] ?? '')]),
      ),
      parties: parties.map(({ name: _, ...party }) => ({
        ...party,
        authorityUntil: party.authorityUntil || null,
      })),
      ...(card ? { id: card.id, rev: card.rev } : {}),
    }),
  });
  const kindFields = fieldsOf(form.value.kind);
  const { parties } = form.value;
  const setParty = (place: number, party: PartyText) =>
    form.set(
      'parties',
      parties.map((one, i) => (i === place ? party : one)),
    );
  const labels: Record<string, string> = {
    kind: t('agreements:form.kind'),
    number: t('agreements:form.number'),
    subject: t('agreements:form.subject'),
    from: t('agreements:form.from'),
    to: t('agreements:form.to'),
    parties: t('agreements:form.parties'),
    supplement: t('agreements:form.supplement'),
    why: t('agreements:form.why'),
    ...Object.fromEntries(kindFields.map(({ id, title }) => [`fields.${id}`, title])),
  };
  const title = t(
    holds ? 'agreements:form.changeTitle' : card ? 'agreements:form.editTitle' : 'agreements:form.newTitle',
  );
  const warns = holds || card?.state === 'proposed';
  return (
    <FormPanel
      title={title}
      about={warns ? t('agreements:form.warn') : undefined}
      submit={t('agreements:form.save')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        let id = '';
        const send = async (input: Parameters<typeof api.saveAgreement>[0]) => {
          id = (await save.mutateAsync(input)).data.id;
        };
        if (await form.submit(send)) onSaved(id);
      }}
    >
      {holds && (
        <>
          <TextInput {...form.field('supplement')} label={labels.supplement} />
          <TextInput {...form.field('why')} label={labels.why} />
        </>
      )}
      <ChoiceInput
        {...form.field('kind')}
        label={labels.kind}
        choices={(kinds.data?.data.rows ?? []).map((kind) => ({ value: kind.code, label: kind.title }))}
      />
      <TextInput {...form.field('number')} label={labels.number} />
      <TextInput {...form.field('subject')} label={labels.subject} hint={t('agreements:form.subjectHint')} />
      <TextInput {...form.field('from')} type="date" label={labels.from} />
      <TextInput {...form.field('to')} type="date" label={labels.to} optional />
      {kindFields.map(({ id, title: label, type, required }) => (
        <TextInput
          key={id}
          name={`fields.${id}`}
          label={label}
          type={type === 'date' ? 'date' : 'text'}
          inputMode={type === 'number' ? 'decimal' : undefined}
          value={form.value.fields[id] ?? ''}
          onChange={(words) => form.set('fields', { ...form.value.fields, [id]: words })}
          error={form.problems[`fields.${id}`]}
          optional={!required}
        />
      ))}
      {parties.map((party, place) => (
        <PartyFields
          // biome-ignore lint/suspicious/noArrayIndexKey: parties have no id of their own; their place is what they are
          key={place}
          place={place}
          party={party}
          problems={form.problems}
          onChange={(next) => setParty(place, next)}
          onDrop={
            parties.length > 2
              ? () =>
                  form.set(
                    'parties',
                    parties.filter((_, i) => i !== place),
                  )
              : null
          }
        />
      ))}
      <div>
        <Button size="s" icon="plus" onClick={() => form.set('parties', [...parties, emptyParty])}>
          {t('agreements:form.addParty')}
        </Button>
      </div>
    </FormPanel>
  );
}
