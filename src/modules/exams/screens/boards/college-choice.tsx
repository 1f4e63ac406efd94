import { useRead } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { ChoiceInput } from '../../../../web/widgets/inputs.tsx';
import { listOrganisations } from '../rooms-api.ts';

interface Props {
  name: string;
  label: string;
  value: string;
  onChange: (id: string) => void;
  error?: string | undefined;
}

/** One college of the region, for those who act for any of them. */
export function CollegeChoice({ name, label, value, onChange, error }: Props) {
  const { t } = useTexts();
  const read = useRead(['exams', 'colleges'], listOrganisations, { kind: 'college', limit: 500, offset: 0 });
  return (
    <ChoiceInput
      name={name}
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      none={t('exams:rooms.choose')}
      choices={(read.data?.data.rows ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))}
    />
  );
}
