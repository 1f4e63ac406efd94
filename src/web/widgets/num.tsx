import { useTexts } from '../text.ts';

interface NumProps {
  value: number | null | undefined;
  digits?: number;
  sign?: boolean;
}

/** A number with thin spaces and figures of one width; what is not known is «нет данных», never a dash. */
export function Num({ value, digits, sign }: NumProps) {
  const { t, num } = useTexts();
  if (value === null || value === undefined) return <span className="dim">{t('web:noData')}</span>;
  return <span className="num">{num(value, { digits, sign })}</span>;
}

/** `value` in kopecks. */
export function Money({ value, compact }: { value: number | null | undefined; compact?: boolean }) {
  const { t, money } = useTexts();
  if (value === null || value === undefined) return <span className="dim">{t('web:noData')}</span>;
  return <span className="num">{money(value, compact)}</span>;
}

/** `value` is a share of one. */
export function Percent({ value, digits }: { value: number | null | undefined; digits?: number }) {
  const { t, percent } = useTexts();
  if (value === null || value === undefined) return <span className="dim">{t('web:noData')}</span>;
  return <span className="num">{percent(value, digits)}</span>;
}

/** From the tenth to the ninetieth percentile, or any other two ends: `8 100–11 300`. */
export function Range({ low, high }: { low: number; high: number }) {
  const { interval } = useTexts();
  return <span className="num">{interval(low, high)}</span>;
}
