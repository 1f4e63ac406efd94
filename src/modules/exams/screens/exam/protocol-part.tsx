import { useState } from 'react';
import { useChange } from '../../../../web/api.ts';
import { useTexts } from '../../../../web/text.ts';
import { Button } from '../../../../web/widgets/button.tsx';
import { StateMark } from '../../../../web/widgets/state-mark.tsx';
import css from '../exams.module.css';
import { api, type Exam, SESSION, SESSIONS, saveFile } from '../exams-api.ts';

/** The protocol: who signed, the file; grades of the board, cards. */
export function ProtocolPart({ exam, can }: { exam: Exam; can: Record<string, boolean> }) {
  const { t, date } = useTexts();
  const sign = useChange(api.signProtocol, [SESSION, SESSIONS]);
  const grades = useChange(api.setGrades, [SESSION, SESSIONS]);
  const cards = useChange(api.issueCards, [SESSION]);
  const [busy, setBusy] = useState(false);
  const { protocol } = exam;
  if (!protocol) return null;
  const print = async (format: 'pdf' | 'docx') => {
    setBusy(true);
    try {
      saveFile((await api.printProtocol({ id: exam.id, format })).data);
    } finally {
      setBusy(false);
    }
  };
  const missing = exam.seats.filter(({ name, role }) => role === 'line' && protocol.missing.includes(name));
  const error = sign.error ?? grades.error ?? cards.error;
  return (
    <section className={`panel ${css.box}`} aria-labelledby="protocol">
      <h2 id="protocol">{t('exams:screen.protocol.title', { number: protocol.number })}</h2>
      <p className="dim">
        {t('exams:screen.protocol.about', {
          at: date(protocol.madeAt, 'moment'),
          hash: protocol.hash.slice(0, 16),
        })}
      </p>
      <ul className={css.list}>
        {protocol.signed.map((name) => (
          <li key={name}>
            <StateMark state="done">{name}</StateMark>
          </li>
        ))}
        {protocol.missing.map((name) => {
          const seat = missing.find((one) => one.name === name);
          return (
            <li key={name}>
              <StateMark state="waiting">{name}</StateMark>
              {can.chief && seat && (
                <Button
                  size="s"
                  onClick={() => sign.mutate({ id: exam.id, kind: 'paper', personId: seat.personId })}
                >
                  {t('exams:screen.protocol.onPaper')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div className={css.acts}>
        {can.sign && protocol.missing.length > 0 && (
          <>
            <Button
              kind="main"
              busy={sign.isPending}
              onClick={() => sign.mutate({ id: exam.id, kind: 'simple' })}
            >
              {t('exams:screen.protocol.sign')}
            </Button>
            {can.chief && (
              <Button busy={sign.isPending} onClick={() => sign.mutate({ id: exam.id, kind: 'paper' })}>
                {t('exams:screen.protocol.approveOnPaper')}
              </Button>
            )}
          </>
        )}
        {can.grade && exam.state === 'transferred_to_GEK' && (
          <Button kind="main" busy={grades.isPending} onClick={() => grades.mutate({ id: exam.id })}>
            {t('exams:event.session.grade')}
          </Button>
        )}
        {can.card && ['graded', 'closed'].includes(exam.state) && (
          <Button busy={cards.isPending} onClick={() => cards.mutate({ id: exam.id })}>
            {t('exams:screen.protocol.cards')}
          </Button>
        )}
        <Button busy={busy} icon="download" onClick={() => void print('pdf')}>
          {t('exams:screen.protocol.pdf')}
        </Button>
        <Button busy={busy} icon="download" onClick={() => void print('docx')}>
          {t('exams:screen.protocol.docx')}
        </Button>
      </div>
      {cards.data && <p role="status">{t('exams:screen.protocol.issued', cards.data.data)}</p>}
      {error && (
        <p role="alert" className={css.stop}>
          {error.message}
        </p>
      )}
    </section>
  );
}
