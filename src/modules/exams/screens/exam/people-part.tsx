import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import css from '../exams.module.css';
import { api, type Exam, pointsOf, SESSION } from '../exams-api.ts';

/** Examinees by workplace: presence by document, times, and in the end points and grades. */
export function PeoplePart({ exam, can }: { exam: Exam; can: Record<string, boolean> }) {
  const { t, date } = useTexts();
  const presence = useChange(api.notePresence, [SESSION]);
  const times = useChange(api.noteTimes, [SESSION]);
  const lead = can.lead && ['prepared', 'running'].includes(exam.state);
  const present = exam.people.filter((one) => one.present);
  return (
    <section className={`panel ${css.box}`} aria-labelledby="people">
      <h2 id="people">{t('exams:screen.exam.people', { count: exam.people.length })}</h2>
      {exam.people.length === 0 && <p className="dim">{t('exams:screen.exam.nobody')}</p>}
      {exam.people.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table has to be scrolled by keyboard
        <section className={css.scroll} tabIndex={0} aria-labelledby="people">
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('exams:screen.exam.workplace')}</th>
                <th scope="col">{t('exams:screen.exam.who')}</th>
                <th scope="col">{t('exams:screen.exam.group')}</th>
                <th scope="col">{t('exams:screen.exam.came')}</th>
                <th scope="col">{t('exams:screen.exam.worked')}</th>
                <th scope="col">{t('exams:screen.exam.points')}</th>
                <th scope="col">{t('exams:screen.exam.grade')}</th>
              </tr>
            </thead>
            <tbody>
              {exam.people.map((one) => (
                <tr key={one.id}>
                  <td>{one.workplace ?? ''}</td>
                  <td>{one.name || t('exams:screen.exam.hidden')}</td>
                  <td>{one.group}</td>
                  <td>
                    {lead && one.present === null ? (
                      <span className={css.acts}>
                        <Button
                          size="s"
                          onClick={() =>
                            presence.mutate({
                              id: exam.id,
                              examineeId: one.id,
                              present: true,
                              identified: true,
                            })
                          }
                        >
                          {t('exams:screen.exam.here')}
                        </Button>
                        <Button
                          size="s"
                          onClick={() => presence.mutate({ id: exam.id, examineeId: one.id, present: false })}
                        >
                          {t('exams:screen.exam.absent')}
                        </Button>
                      </span>
                    ) : one.present === null ? (
                      ''
                    ) : one.present ? (
                      t('exams:screen.exam.yes')
                    ) : (
                      t('exams:screen.exam.no')
                    )}
                  </td>
                  <td>
                    {one.startedAt
                      ? `${date(one.startedAt, 'time')} – ${one.endedAt ? date(one.endedAt, 'time') : '…'}`
                      : ''}
                  </td>
                  <td className="num">
                    {one.points === null ? '' : `${pointsOf(one.points)} / ${pointsOf(one.max ?? 0)}`}
                  </td>
                  <td className="num">
                    {one.annulled ? t('exams:screen.exam.annulled') : (one.grade ?? '')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {lead && exam.state === 'running' && present.length > 0 && (
        <div className={css.acts}>
          <Button
            busy={times.isPending}
            onClick={() =>
              times.mutate({
                id: exam.id,
                examineeIds: present.filter(({ startedAt }) => !startedAt).map(({ id }) => id),
                startedAt: new Date().toISOString(),
              })
            }
            {...(present.every(({ startedAt }) => startedAt)
              ? { blocked: t('exams:screen.exam.allBegan') }
              : {})}
          >
            {t('exams:screen.exam.begin')}
          </Button>
          <Button
            busy={times.isPending}
            onClick={() =>
              times.mutate({
                id: exam.id,
                examineeIds: present.filter(({ endedAt }) => !endedAt).map(({ id }) => id),
                endedAt: new Date().toISOString(),
              })
            }
            {...(present.every(({ endedAt }) => endedAt) ? { blocked: t('exams:screen.exam.allEnded') } : {})}
          >
            {t('exams:screen.exam.end')}
          </Button>
        </div>
      )}
      {(presence.error ?? times.error) && <p role="alert">{(presence.error ?? times.error)?.message}</p>}
    </section>
  );
}
