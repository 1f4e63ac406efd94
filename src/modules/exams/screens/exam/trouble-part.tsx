import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { AreaInput, TextInput } from '../../../../web/widgets/inputs.tsx';
import css from '../exams.module.css';
import { api, type Exam, SESSION, SESSIONS } from '../exams-api.ts';

/** Something happened: it is written down, the exam is stopped, goes on, or is planned anew for the same people. */
export function TroublePart({ exam, can }: { exam: Exam; can: Record<string, boolean> }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const note = useChange(api.noteIncident, [SESSION, SESSIONS]);
  const move = useChange(api.moveSession, [SESSION, SESSIONS]);
  const repeat = useChange(api.repeatSession, [SESSION, SESSIONS]);
  const [what, setWhat] = useState('');
  const [day, setDay] = useState('');
  if (!can.lead || !['running', 'prepared', 'suspended'].includes(exam.state)) return null;
  const stopped = exam.state === 'suspended';
  const blocked = what.trim() ? {} : { blocked: t('exams:screen.exam.sayWhy') };
  const clear = { onSuccess: () => setWhat('') };
  const error = [note, move, repeat].find((one) => one.error)?.error;
  const again = () =>
    repeat.mutate(
      { id: exam.id, day, why: what },
      { onSuccess: ({ data }) => void navigate({ to: '/exams/$id', params: { id: data.id } }) },
    );
  return (
    <section className={`panel ${css.box}`} aria-labelledby="trouble">
      <h2 id="trouble">{t('exams:screen.exam.trouble')}</h2>
      {stopped && <p className={css.why}>{t('exams:screen.trouble.stopped')}</p>}
      <AreaInput name="what" label={t('exams:screen.exam.reason')} value={what} onChange={setWhat} />
      {stopped && can.operate && (
        <TextInput
          name="repeat-day"
          type="date"
          label={t('exams:screen.trouble.newDay')}
          hint={t('exams:screen.trouble.newDayHint')}
          value={day}
          onChange={setDay}
        />
      )}
      <div className={css.acts}>
        {stopped ? (
          <>
            <Button
              busy={move.isPending}
              onClick={() => move.mutate({ id: exam.id, event: 'resume', expected: exam.state })}
            >
              {t('exams:event.session.resume')}
            </Button>
            {can.operate && (
              <Button
                kind="danger"
                busy={repeat.isPending}
                {...(what.trim() && day ? {} : { blocked: t('exams:screen.trouble.sayDay') })}
                onClick={again}
              >
                {t('exams:screen.trouble.repeat')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button
              busy={note.isPending}
              {...blocked}
              onClick={() => note.mutate({ id: exam.id, kind: 'other', text: what }, clear)}
            >
              {t('exams:screen.trouble.note')}
            </Button>
            <Button
              kind="danger"
              busy={move.isPending}
              {...blocked}
              onClick={() =>
                move.mutate({ id: exam.id, event: 'suspend', reason: what, expected: exam.state }, clear)
              }
            >
              {t('exams:event.session.suspend')}
            </Button>
          </>
        )}
      </div>
      {error && (
        <p role="alert" className={css.stop}>
          {error.message}
        </p>
      )}
    </section>
  );
}
