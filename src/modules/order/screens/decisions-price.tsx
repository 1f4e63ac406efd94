import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/text.ts';
import { Money, Num } from '../../../web/widgets/num.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './order.module.css';
import type { Variant } from './order-api.ts';
import { unmetOf } from './unmet.ts';

/** What the decisions against the calculation cost: the same year, recomputed, beside the variant without them. */
export function DecisionsPrice({ variant }: { variant: Variant }) {
  const { t } = useTexts();
  const { base, summary: now, decisions } = variant;
  if (decisions.length === 0) return null;
  const open = unmetOf([now, base?.summary]);
  return (
    <section className={`panel ${css.price}`} aria-label={t('order:screen.decision.price')}>
      <StateMark state="remind">
        <b>{t('order:screen.decision.inOrder', { count: decisions.length })}</b>
      </StateMark>
      <ul>
        {decisions.map((one) => (
          <li key={one.programmeId}>
            {t('order:screen.decision.one', {
              code: one.code,
              name: one.name,
              college: one.college,
              seats: one.seats,
              calculated: one.calculated ?? t('web:noData'),
              reason: one.reason,
            })}
          </li>
        ))}
      </ul>
      {base && now && (
        <dl>
          <div>
            <dt>{t('order:screen.decision.unmet', { year: String(now.needYear) })}</dt>
            <dd>
              <Num value={open(now) - open(base.summary)} sign />
            </dd>
          </div>
          <div>
            <dt>{t('order:screen.number.seats')}</dt>
            <dd>
              <Num value={now.seats - base.summary.seats} sign />
            </dd>
          </div>
          <div>
            <dt>{t('order:screen.number.cost')}</dt>
            <dd>
              <Money value={now.cost - base.summary.cost} compact />
            </dd>
          </div>
        </dl>
      )}
      {base && (
        <p className="no-print">
          <Link to="/order/compare" search={{ a: base.id, b: variant.id } as never}>
            {t('order:screen.decision.compare', { version: base.version })}
          </Link>
        </p>
      )}
    </section>
  );
}
