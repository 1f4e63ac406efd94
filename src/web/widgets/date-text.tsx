import type { DateStyle } from '../../platform/i18n/formats.ts';
import { useTexts } from '../text.ts';

interface Props {
  /** A day `YYYY-MM-DD` or a moment in ISO. */
  value: string | null | undefined;
  look?: DateStyle;
}

export function DateText({ value, look = 'short' }: Props) {
  const { t, date } = useTexts();
  if (!value) return <span className="dim">{t('web:noData')}</span>;
  return (
    <time dateTime={value} className="num">
      {date(value, look)}
    </time>
  );
}
