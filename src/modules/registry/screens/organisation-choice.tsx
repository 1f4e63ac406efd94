import { useDeferredValue, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { api, ORGANISATIONS } from './registry-api.ts';

interface Props {
  name: string;
  label: string;
  value: string;
  onChange: (id: string) => void;
  error?: string | undefined;
}

/** One organisation out of thousands: a part of its name, then the choice among the first found. */
export function OrganisationChoice({ name, label, value, onChange, error }: Props) {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words);
  const read = useRead(ORGANISATIONS, api.listOrganisations, {
    limit: 30,
    offset: 0,
    ...(search ? { search } : {}),
  });
  const rows = read.data?.data.rows ?? [];
  return (
    <>
      <TextInput
        type="search"
        name={`${name}-search`}
        label={t('registry:organisations.search')}
        value={words}
        onChange={setWords}
      />
      <ChoiceInput
        name={name}
        label={label}
        value={value}
        none={t('registry:card.none')}
        choices={rows.map((row) => ({ value: row.id, label: row.shortName }))}
        onChange={onChange}
        error={error}
      />
    </>
  );
}
