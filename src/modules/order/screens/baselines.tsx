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
  return (
    <section className={css.baselines} aria-label={t('order:screen.baseline.title')}>
      <h2>{t('order:screen.baseline.title')}</h2>
      <ul>
        <li>
          <b>
            <Num value={Math.round(s.unmet)} />
          </b>
          <span>{t('order:screen.baseline.ours')}</span>
        </li>
        {s.baselines.map((one) => (
          <li key={one.id}>
            <b>
              <Num value={Math.round(one.unmet)} />
            </b>
            <span>{name(one.id)}</span>
          </li>
        ))}
      </ul>
      <p className="dim small">{t('order:screen.baseline.note', { year: String(s.needYear) })}</p>
    </section>
  );
}
