import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { Icon } from '../../../../web/widgets/icon.tsx';
import type { Sheet } from './sheet.ts';
import css from './tablet.module.css';
import type { Marking } from './use-marking.ts';

interface Props {
  marking: Marking;
  sheet: Sheet;
  problem: string | null;
}

/** Under the head: no network, what was not taken and where, a wrong clock, the end of the exam. */
export function Strips({ marking, sheet, problem }: Props) {
  const { t, date, tId } = useTexts();
  const { kept, lostAt, offset, over } = marking;
  const refused = kept?.refused ?? [];
  const last = refused.at(-1);
  const where = (mark: { examineeId: string; aspectId: string }) => ({
    place: sheet.places.find(({ examineeId }) => examineeId === mark.examineeId)?.workplace ?? 0,
    code: sheet.aspects.find(({ id }) => id === mark.aspectId)?.code ?? '',
  });
  return (
    <div role="status">
      {lostAt && (
        <p className={css.offline}>
          <Icon name="offline" size={20} />
          <span>
            <b>{t('exams:tablet.lost', { time: date(lostAt, 'time') })}</b> {t('exams:tablet.goOn')}
          </span>
          <span className={css.waiting}>{t('exams:tablet.waiting', { count: kept?.queue.length ?? 0 })}</span>
        </p>
      )}
      {problem && <p className={css.problem}>{problem}</p>}
      {last && (
        <p className={css.problem}>
          <span>
            {t('exams:tablet.refused', {
              ...where(last.mark),
              why: tId(last.key, last.params as Record<string, string>),
            })}
          </span>
          <Button onClick={() => void marking.forget(last.mark.id)}>
            {refused.length > 1
              ? t('exams:tablet.seenOf', { left: refused.length - 1 })
              : t('exams:tablet.seen')}
          </Button>
        </p>
      )}
      {Math.abs(offset) > 2 && (
        <p className={css.clock}>{t('exams:tablet.clock', { count: Math.abs(offset) })}</p>
      )}
      {over && <p className={css.clock}>{t('exams:tablet.over')}</p>}
      {sheet.state === 'suspended' && <p className={css.clock}>{t('exams:tablet.suspended')}</p>}
      {sheet.state === 'prepared' && <p className={css.clock}>{t('exams:tablet.notBegun')}</p>}
    </div>
  );
}
