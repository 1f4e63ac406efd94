import { useState } from 'react';
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
  const [mending, setMending] = useState<string | null>(null);
  const come = (examineeId: string, came: boolean) =>
    presence.mutate(
      { id: exam.id, examineeId, present: came, ...(came ? { identified: true } : {}) },
      { onSuccess: () => setMending(null) },
    );
  return (
    <section className={`panel ${css.box}`} aria-labelledby="people">
      <h2 id="people">{t('exams:screen.exam.people', { count: exam.people.length })}</h2>
      {exam.people.length === 0 && <p className="dim">{t('exams:screen.exam.nobody')}</p>}
      {exam.people.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table has to be scrolled by keyboard
        <section className={css.scroll} tabIndex={0} aria-label={t('exams:screen.exam.peopleTable')}>
          <table className={`${css.table} ${css.people}`}>
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
                  <td data-label={t('exams:screen.exam.workplace')}>{one.workplace ?? ''}</td>
                  <td>
                    <span className={css.stack}>
                      {one.name || t('exams:screen.exam.hidden')}
                      {one.helper && (
                        <small className="dim">{t('exams:screen.helper.with', { name: one.helper })}</small>
                      )}
                    </span>
                  </td>
                  <td data-label={t('exams:screen.exam.group')}>{one.group}</td>
                  <td data-label={t('exams:screen.exam.came')}>
                    {lead && (one.present === null || mending === one.id) ? (
                      <span className={css.acts}>
                        <Button size="s" busy={presence.isPending} onClick={() => come(one.id, true)}>
                          {t('exams:screen.exam.here')}
                        </Button>
                        <Button size="s" busy={presence.isPending} onClick={() => come(one.id, false)}>
                          {t('exams:screen.exam.absent')}
                        </Button>
                      </span>
                    ) : (
                      one.present !== null && (
                        <>
                          {one.present ? t('exams:screen.exam.yes') : t('exams:screen.exam.no')}
                          {lead && (
                            <Button kind="quiet" size="s" onClick={() => setMending(one.id)}>
                              {t('exams:screen.exam.mend')}
                            </Button>
                          )}
                        </>
                      )
                    )}
                  </td>
                  <td data-label={t('exams:screen.exam.worked')}>
                    {one.startedAt
                      ? `${date(one.startedAt, 'time')} – ${one.endedAt ? date(one.endedAt, 'time') : '…'}`
                      : ''}
                  </td>
                  <td className="num" data-label={t('exams:screen.exam.points')}>
                    {one.points === null ? '' : `${pointsOf(one.points)} / ${pointsOf(one.max ?? 0)}`}
                  </td>
                  <td className="num" data-label={t('exams:screen.exam.grade')}>
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
