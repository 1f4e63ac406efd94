import { useDeferredValue, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import type { Problems } from '../../../web/widgets/form.tsx';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import css from './agreements.module.css';
import { AGREEMENTS, api } from './agreements-api.ts';

export interface PartyText {
  organisationId: string;
  name: string;
  signatory: string;
  authority: string;
  authorityUntil: string;
}

interface Props {
  place: number;
  party: PartyText;
  problems: Problems;
  onChange: (party: PartyText) => void;
  onDrop: (() => void) | null;
}

/** One party: found by a part of its name, who signs for it and by what right. */
export function PartyFields({ place, party, problems, onChange, onDrop }: Props) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words);
  const read = useRead(
    [...AGREEMENTS, 'candidates'],
    api.listCandidates,
    { search },
    { enabled: search.length > 1 },
  );
  const found = search.length > 1 ? (read.data?.data.rows ?? []) : [];
  const choices = [
    ...(party.organisationId ? [{ value: party.organisationId, label: party.name }] : []),
    ...found
      .filter(({ id }) => id !== party.organisationId)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  const at = (field: string) => `parties.${place}.${field}`;
  return (
    <fieldset className={css.party}>
      <legend>
        <b>{t('agreements:form.party', { n: place + 1 })}</b>
      </legend>
      <div>
        <TextInput
          type="search"
          name={at('search')}
          label={t('agreements:form.find')}
          value={words}
          onChange={setWords}
        />
        <ChoiceInput
          name={at('organisationId')}
          label={t('agreements:form.party', { n: place + 1 })}
          none={t('agreements:form.choose')}
          choices={choices}
          value={party.organisationId}
          error={problems[at('organisationId')]}
          onChange={(id) =>
            onChange({
              ...party,
              organisationId: id,
              name: choices.find(({ value }) => value === id)?.label ?? '',
            })
          }
        />
        <TextInput
          name={at('signatory')}
          label={t('agreements:form.signatory')}
          value={party.signatory}
          onChange={(signatory) => onChange({ ...party, signatory })}
          optional
        />
        <TextInput
          name={at('authority')}
          label={t('agreements:form.authority')}
          hint={t('agreements:form.authorityHint')}
          value={party.authority}
          onChange={(authority) => onChange({ ...party, authority })}
          optional
        />
        <TextInput
          name={at('authorityUntil')}
          type="date"
          label={t('agreements:form.authorityUntil')}
          value={party.authorityUntil}
          onChange={(authorityUntil) => onChange({ ...party, authorityUntil })}
          optional
        />
      </div>
      {onDrop && (
        <span className={css.acts}>
          <Button size="s" onClick={onDrop}>
            {t('agreements:form.dropParty')}
          </Button>
        </span>
      )}
    </fieldset>
  );
}
