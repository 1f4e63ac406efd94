import { useTexts } from '../../../web/text.ts';
import css from './forecast.module.css';

interface Props {
  years: number[];
  value: number | null;
  onChange: (year: number | null) => void;
  /** The word for every year together; without it one year is always chosen. */
  all?: string;
}

export function YearChoice({ years, value, onChange, all }: Props) {
  const { t } = useTexts();
  return (
    <label className={css.choice}>
      <span className="sr">{t('forecast:screen.table.year')}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value ? Number(event.target.value) : null)}
      >
        {all && <option value="">{all}</option>}
        {years.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}
