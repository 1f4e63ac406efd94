import { hasMessage } from '../../../platform/i18n/texts.ts';
import { useTexts } from '../../../web/text.ts';
import { Num } from '../../../web/widgets/num.tsx';
import css from './order.module.css';
import type { Variant } from './order-api.ts';

/** Whether the calculation is worth it: the same year by last year's seats and by a simple rule. Always shown. */
export function Baselines({ variant }: { variant: Variant }) {
  const { t, tId, locale } = useTexts();
  const s = variant.summary;
  if (!s || s.baselines.length === 0) return null;
  const name = (id: string) => {
    const key = `order:screen.baseline.${id}`;
    return hasMessage(locale === 'en' ? 'en' : 'ru', key) ? tId(key) : id;
  };
  const rows = [
    { id: 'ours', name: t('order:screen.baseline.ours'), unmet: s.taught?.unmet ?? s.unmet },
    ...s.baselines.map((one) => ({ id: one.id, name: name(one.id), unmet: one.taughtUnmet ?? one.unmet })),
  ];
  const most = Math.max(1, ...rows.map((row) => row.unmet));
  return (
    <section className={css.baselines} aria-label={t('order:screen.baseline.title')}>
      <h2>{t('order:screen.baseline.title')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={row.id === 'ours' ? css.ours : undefined}>
            <span>{row.name}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(100 * row.unmet) / most} height={8} rx={1} />
            </svg>
            <b>
              <Num value={Math.round(row.unmet)} />
            </b>
          </li>
        ))}
      </ul>
      {s.taught && (
        <p className="dim small">{t('order:screen.baseline.note', { year: String(s.needYear) })}</p>
      )}
    </section>
  );
}
