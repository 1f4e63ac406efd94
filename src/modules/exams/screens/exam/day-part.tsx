import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import css from '../exams.module.css';
import { api, type Exam, SESSION } from '../exams-api.ts';
import { HandDraw } from './hand-draw.tsx';
import { HelperForm } from './helper-form.tsx';

/** The day before: plan told, site checked, workplaces drawn, briefing signed, task given. */
export function DayPart({ exam, can }: { exam: Exam; can: Record<string, boolean> }) {
  const { t, date } = useTexts();
  const announce = useChange(api.announceSession, [SESSION]);
  const check = useChange(api.noteCheck, [SESSION]);
  const draw = useChange(api.drawWorkplaces, [SESSION]);
  const brief = useChange(api.signBriefing, [SESSION]);
  const task = useChange(api.giveTask, [SESSION]);
  const [number, setNumber] = useState('');
  const [form, setForm] = useState<'draw' | 'helper' | null>(null);
  if (!['confirmed', 'prepared'].includes(exam.state)) return null;
  const unbriefed = exam.people.filter(({ briefed }) => !briefed);
  const seats = exam.seats.filter(
    (one) => !one.briefed && one.role !== 'witness' && ['invited', 'confirmed'].includes(one.state),
  );
  const left = unbriefed.length + seats.length;
  const error = [announce, check, draw, brief, task].find((one) => one.error)?.error;
  const line = (done: boolean, words: string, act: React.ReactNode) => (
    <li key={words}>
      <StateMark state={done ? 'done' : 'waiting'}>{words}</StateMark>
      {!done && act}
    </li>
  );
  return (
    <>
      <section className={`panel ${css.box}`} aria-labelledby="before">
        <h2 id="before">{t('exams:screen.day.title')}</h2>
        <ul className={css.list}>
          {line(
            exam.announcedOn !== null,
            exam.announcedOn
              ? t('exams:screen.day.announced', { day: exam.announcedOn })
              : t('exams:screen.day.announce'),
            can.announce && (
              <Button onClick={() => announce.mutate({ id: exam.id })}>
                {t('exams:screen.day.announceAct')}
              </Button>
            ),
          )}
          {line(
            exam.checkedOn !== null,
            exam.checkedOn
              ? t('exams:screen.day.checked', { day: exam.checkedOn })
              : t('exams:screen.day.check'),
            can.lead && (
              <span className={css.acts}>
                <input
                  aria-label={t('exams:screen.day.number')}
                  placeholder={t('exams:screen.day.number')}
                  value={number}
                  onChange={(event) => setNumber(event.target.value)}
                />
                <Button
                  {...(number ? {} : { blocked: t('exams:screen.day.needNumber') })}
                  onClick={() => check.mutate({ id: exam.id, number })}
                >
                  {t('exams:screen.day.checkAct')}
                </Button>
              </span>
            ),
          )}
          {line(
            exam.draw?.method != null,
            exam.draw?.method ? t(`exams:screen.day.drawn.${exam.draw.method}`) : t('exams:screen.day.draw'),
            can.lead && (
              <span className={css.acts}>
                <Button onClick={() => setForm('draw')}>{t('exams:screen.handDraw.open')}</Button>
                <Button busy={draw.isPending} onClick={() => draw.mutate({ id: exam.id })}>
                  {t('exams:screen.day.drawAct')}
                </Button>
              </span>
            ),
          )}
          {line(
            left === 0,
            left === 0 ? t('exams:screen.day.briefed') : t('exams:screen.day.brief', { count: left }),
            can.lead && (
              <Button
                onClick={() =>
                  brief.mutate({
                    id: exam.id,
                    examineeIds: unbriefed.map(({ id }) => id),
                    seatIds: seats.map(({ id }) => id),
                  })
                }
              >
                {t('exams:screen.day.briefAct')}
              </Button>
            ),
          )}
          {line(
            exam.taskGivenAt !== null,
            exam.taskGivenAt
              ? t('exams:screen.day.taskGiven', { at: date(exam.taskGivenAt, 'moment') })
              : t('exams:screen.day.task'),
            can.exchange && (
              <Button onClick={() => task.mutate({ id: exam.id })}>{t('exams:screen.day.taskAct')}</Button>
            ),
          )}
        </ul>
        {can.announce && form !== 'helper' && exam.people.length > 0 && (
          <div className={css.acts}>
            <Button onClick={() => setForm('helper')}>{t('exams:screen.helper.open')}</Button>
          </div>
        )}
        {exam.draw && (
          <p className="dim">
            {exam.draw.seed
              ? t('exams:screen.day.seed', { seed: exam.draw.seed })
              : t('exams:screen.day.sealed', { commitment: exam.draw.commitment.slice(0, 16) })}
          </p>
        )}
        {error && (
          <p role="alert" className={css.stop}>
            {error.message}
          </p>
        )}
      </section>
      {form === 'draw' && <HandDraw exam={exam} onClose={() => setForm(null)} />}
      {form === 'helper' && <HelperForm exam={exam} onClose={() => setForm(null)} />}
    </>
  );
}
