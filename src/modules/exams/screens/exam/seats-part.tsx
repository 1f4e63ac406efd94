import { Link } from '@tanstack/react-router';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { type State, StateMark } from '../../../../web/widgets/state-mark.tsx';
import css from '../exams.module.css';
import { api, type Exam, SESSION, SESSIONS } from '../exams-api.ts';
import { SeatAdd } from './seat-add.tsx';

const MARKS: Record<Exam['seats'][number]['state'], State> = {
  invited: 'waiting',
  confirmed: 'done',
  declined: 'blocks',
  released: 'idle',
};

/** Who sits in the exam, who has answered, and why somebody may not. */
export function SeatsPart({ exam, can }: { exam: Exam; can: Record<string, boolean> }) {
  const { t, tId } = useTexts();
  const release = useChange(api.releaseSeat, [SESSION, SESSIONS]);
  const standing = exam.seats.filter(({ state }) => state === 'invited' || state === 'confirmed');
  const left = exam.seats.filter(({ state }) => state === 'declined' || state === 'released');
  return (
    <>
      <section className={`panel ${css.box}`} aria-labelledby="seats">
        <h2 id="seats">{t('exams:screen.exam.seats', { line: exam.line, required: exam.required })}</h2>
        {standing.length === 0 && <p className="dim">{t('exams:screen.exam.noSeats')}</p>}
        <ul className={css.list}>
          {standing.map((seat) => (
            <li key={seat.id}>
              <span className={css.stack}>
                <span>{seat.name}</span>
                <small className="dim">
                  {t(`exams:seat.${seat.role}`)}
                  {seat.organisation ? `, ${seat.organisation}` : ''}
                  {seat.ofEmployers ? `, ${t('exams:screen.exam.ofEmployers')}` : ''}
                </small>
                {seat.conflicts.map((one) => (
                  <StateMark key={one.code} state={one.severity === 'block' ? 'blocks' : 'remind'}>
                    {tId(one.key, one.params)} ({one.code})
                  </StateMark>
                ))}
              </span>
              <span className={css.acts}>
                <StateMark state={MARKS[seat.state]}>{t(`exams:seatState.${seat.state}`)}</StateMark>
                {can.seat && (seat.role === 'chief' || seat.role === 'line') && (
                  <Link to="/exams/$id/replace" params={{ id: exam.id }} search={{ person: seat.personId }}>
                    {t('exams:staffing.screen.change')}
                  </Link>
                )}
                {can.seat && (
                  <Button
                    size="s"
                    busy={release.isPending}
                    onClick={() =>
                      release.mutate({
                        id: exam.id,
                        personId: seat.personId,
                        why: t('exams:screen.exam.released'),
                      })
                    }
                  >
                    {t('exams:screen.exam.release')}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
        {left.length > 0 && (
          <p className="dim">
            {t('exams:screen.exam.left', { names: left.map(({ name }) => name).join(', ') })}
          </p>
        )}
        {release.error && <p role="alert">{release.error.message}</p>}
      </section>
      {can.seat && <SeatAdd exam={exam} />}
    </>
  );
}
