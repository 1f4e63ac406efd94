import { useTexts } from '../../../web/text.ts';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './answers.module.css';
import type { Objection } from './order-api.ts';

interface Props {
  objections: Objection[];
  /** What the ministry may do with one of them. */
  act?: (objection: Objection) => React.ReactNode;
}

/** Objections of one college: number against number, the reason, and what the ministry said. */
export function ObjectionList({ objections, act }: Props) {
  const { t } = useTexts();
  if (objections.length === 0) return null;
  return (
    <ul className={css.objections}>
      {objections.map((one) => (
        <li key={one.id}>
          <b>
            {t('order:screen.answers.one', {
              code: one.code,
              name: one.name,
              base: String(one.base),
              proposed: one.proposed,
              seats: one.seats,
            })}
          </b>
          <p>{t('order:screen.answers.reason', { reason: one.reason })}</p>
          {one.verdict && (
            <StateMark state={one.verdict === 'taken' ? 'done' : 'idle'}>
              {t(`order:screen.answers.verdict.${one.verdict}`, { text: one.reply ?? '' })}
            </StateMark>
          )}
          {act?.(one)}
        </li>
      ))}
    </ul>
  );
}
