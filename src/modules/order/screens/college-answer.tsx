import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './answers.module.css';
import { ObjectionList } from './objection-list.tsx';
import { ObjectionsForm } from './objections-form.tsx';
import { ANSWERS, type Answers, api, ORDER, type SeatRow } from './order-api.ts';

const TOUCHES = [ORDER, ['tasks'], ['session']] as const;
type Answer = Answers['rows'][number];

function Said({ answer }: { answer: Answer }) {
  const { t, date } = useTexts();
  if (answer.state === 'waiting' || !answer.answeredAt) return null;
  return (
    <>
      <StateMark state={answer.state === 'accepted' ? 'done' : 'remind'}>
        {t(`order:screen.answers.mine.done.${answer.state}`, { at: date(answer.answeredAt, 'long') })}
        {answer.answeredBy && `, ${t('order:screen.answers.mine.by', { name: answer.answeredBy })}`}
      </StateMark>
      <ObjectionList objections={answer.objections} />
      {answer.note && <p className="dim">{answer.note}</p>}
    </>
  );
}

/** What a college says to the seats proposed to it: accepts them all, or names other numbers with the reason. */
export function CollegeAnswer({ variantId, seats }: { variantId: string; seats: SeatRow[] }) {
  const { t, date } = useTexts();
  const [objecting, setObjecting] = useState(false);
  const [changing, setChanging] = useState(false);
  const read = useRead([...ANSWERS, variantId], api.listAnswers, { id: variantId }, { retry: false });
  const send = useChange(api.answerProposal, TOUCHES);
  const answer = read.data?.data.rows[0];
  if (!answer) return null;
  const asks = read.data?.can.answer === true && (answer.state === 'waiting' || changing);
  const done = () => {
    setObjecting(false);
    setChanging(false);
  };
  if (asks && objecting)
    return (
      <ObjectionsForm
        seats={seats}
        known={answer}
        busy={send.isPending}
        problems={send.isError ? problemsFromServer(send.error, t('web:form.notSaved')) : {}}
        onClose={() => setObjecting(false)}
        onSend={(said) => send.mutate({ id: variantId, ...said }, { onSuccess: done })}
      />
    );
  return (
    <section className={`panel ${css.mine}`} aria-label={t('order:screen.answers.title')}>
      {asks ? (
        <>
          <h2>
            {t(answer.silent ? 'order:screen.answers.mine.askLate' : 'order:screen.answers.mine.ask', {
              at: date(answer.due, 'long'),
            })}
          </h2>
          <p>{t('order:screen.answers.mine.about')}</p>
          {send.isError && <p role="alert">{send.error.message}</p>}
          <div className={css.acts}>
            <Button
              kind="main"
              busy={send.isPending}
              onClick={() => send.mutate({ id: variantId, objections: [] }, { onSuccess: done })}
            >
              {t('order:screen.answers.mine.accept')}
            </Button>
            <Button onClick={() => setObjecting(true)}>{t('order:screen.answers.mine.object')}</Button>
          </div>
        </>
      ) : (
        <>
          <Said answer={answer} />
          {read.data?.can.answer && (
            <div className={`no-print ${css.acts}`}>
              <Button size="s" onClick={() => setChanging(true)}>
                {t('order:screen.answers.mine.change')}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
