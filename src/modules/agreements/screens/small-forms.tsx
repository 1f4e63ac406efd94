import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { TextInput } from '../../../web/widgets/inputs.tsx';
import { useForm } from '../../../web/widgets/use-form.ts';
import { contract } from '../contract.ts';
import css from './agreements.module.css';
import { AGREEMENTS, api, type Card, todayHere } from './agreements-api.ts';

interface Props {
  card: Card;
  onClose: () => void;
}

/** Paper is the default: the signed original is here, who signed, by what right, when. */
export function SignForm({ card, party, onClose }: Props & { party: Card['parties'][number] }) {
  const { t } = useTexts();
  const sign = useChange(api.signAgreement, [AGREEMENTS]);
  const [original, setOriginal] = useState(false);
  const form = useForm({
    initial: {
      signatory: party.signatory ?? '',
      authority: party.authority ?? '',
      authorityUntil: party.authorityUntil ?? '',
      signedOn: todayHere(),
    },
    schema: contract.signAgreement['~orpc'].inputSchema,
    input: ({ authorityUntil, ...value }) => ({
      ...value,
      id: card.id,
      version: card.version,
      organisationId: party.organisationId,
      authorityUntil: authorityUntil || null,
      originalReceived: original,
    }),
  });
  const labels = {
    signatory: t('agreements:form.signatory'),
    authority: t('agreements:form.authority'),
    authorityUntil: t('agreements:form.authorityUntil'),
    signedOn: t('agreements:card.signedOn'),
  };
  return (
    <FormPanel
      title={t('agreements:card.signTitle', { name: party.name })}
      submit={t('agreements:card.signSave')}
      blocked={original ? undefined : t('agreements:card.originalNeeded')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(sign.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('signatory')} label={labels.signatory} />
      <TextInput
        {...form.field('authority')}
        label={labels.authority}
        hint={t('agreements:form.authorityHint')}
      />
      <TextInput {...form.field('authorityUntil')} type="date" label={labels.authorityUntil} optional />
      <TextInput {...form.field('signedOn')} type="date" label={labels.signedOn} />
      <label className={css.check}>
        <input type="checkbox" checked={original} onChange={(event) => setOriginal(event.target.checked)} />
        {t('agreements:card.original')}
      </label>
    </FormPanel>
  );
}

export function NoteForm({ card, onClose }: Props) {
  const { t } = useTexts();
  const note = useChange(api.noteActivity, [AGREEMENTS]);
  const form = useForm({
    initial: { on: todayHere(), note: '' },
    schema: contract.noteActivity['~orpc'].inputSchema,
    input: (value) => ({ id: card.id, ...value }),
  });
  const labels = { on: t('agreements:card.noteOn'), note: t('agreements:card.noteText') };
  return (
    <FormPanel
      title={t('agreements:card.note')}
      submit={t('agreements:card.noteSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(note.mutateAsync)) onClose();
      }}
    >
      <TextInput {...form.field('on')} type="date" label={labels.on} />
      <TextInput {...form.field('note')} label={labels.note} />
    </FormPanel>
  );
}

/** Ends what holds, or takes back what does not hold yet. */
export function CloseForm({ card, what, onClose }: Props & { what: 'end' | 'recall' }) {
  const { t } = useTexts();
  const end = useChange(api.endAgreement, [AGREEMENTS]);
  const recall = useChange(api.recallAgreement, [AGREEMENTS]);
  const form = useForm({
    initial: { on: todayHere(), reason: '' },
    schema: contract[what === 'end' ? 'endAgreement' : 'recallAgreement']['~orpc'].inputSchema,
    input: ({ on, reason }) => ({ id: card.id, reason, ...(what === 'end' ? { on } : {}) }),
  });
  const labels = {
    on: t('agreements:card.endOn'),
    reason: t(what === 'end' ? 'agreements:card.endReason' : 'agreements:card.recallReason'),
  };
  return (
    <FormPanel
      title={t(`agreements:card.${what}`)}
      submit={t(what === 'end' ? 'agreements:card.endSave' : 'agreements:card.recallSave')}
      busy={form.busy}
      problems={form.problems}
      labels={labels}
      onClose={onClose}
      onSubmit={async () => {
        if (await form.submit(what === 'end' ? end.mutateAsync : recall.mutateAsync)) onClose();
      }}
    >
      {what === 'end' && <TextInput {...form.field('on')} type="date" label={labels.on} />}
      <TextInput {...form.field('reason')} label={labels.reason} />
    </FormPanel>
  );
}
