import { useTexts } from '../../../web/text.ts';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './staffing.module.css';
import type { Shortage } from './staffing-api.ts';

/** Certificates in words: the greatest shortage first, each with its numbers to be added up by hand. */
export function ShortageList({ shortages, none }: { shortages: readonly Shortage[]; none: string }) {
  const { t } = useTexts();
  if (shortages.length === 0) return <p className="dim">{none}</p>;
  return (
    <ul className={css.lines}>
      {shortages.map((one) => {
        const [from = '', to = from] = [one.days[0] ?? '', one.days.at(-1) ?? ''];
        const days =
          from === to ? t('exams:staffing.daysOne', { from }) : t('exams:staffing.daysMany', { from, to });
        return (
          <li key={`${one.kind} ${one.codes.join()} ${one.days.join()} ${one.exams.join()}`}>
            <StateMark state={one.kind === 'nobody' || one.kind === 'shortage' ? 'blocks' : 'remind'}>
              {t(`exams:staffing.shortage.${one.kind}`, {
                codes: one.codes.join(', '),
                days,
                demand: one.demand,
                supply: one.supply,
                short: one.short,
              })}
            </StateMark>
          </li>
        );
      })}
    </ul>
  );
}
