import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { AreaInput, ChoiceInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './exams.module.css';
import { api, clockOf, type MySeat, SEATS } from './exams-api.ts';

const MARKS = { invited: 'waiting', confirmed: 'done', declined: 'blocks', released: 'idle' } as const;

const BEFORE = ['planned', 'confirmed', 'prepared'];

const marking = (row: MySeat) =>
  row.state === 'confirmed' && row.role === 'line' && row.sessionState === 'running';
const answerable = (row: MySeat, today: string) =>
  ['invited', 'confirmed'].includes(row.state) && BEFORE.includes(row.sessionState) && row.day > today;

function Answer({ row, main }: { row: MySeat; main: boolean }) {
  const { t } = useTexts();
  const answer = useChange(api.answerSeat, [SEATS]);
  const [declining, setDeclining] = useState(false);
  const [why, setWhy] = useState('');
  const [interest, setInterest] = useState<'none' | 'employer' | ''>('');
  const say = (given: 'confirmed' | 'declined') =>
    answer.mutate({
      id: row.id,
      answer: given,
      ...(why ? { why } : {}),
      ...(interest ? { declaration: { kind: interest } } : {}),
    });
  return (
    <>
      {row.declare && row.state === 'invited' && !declining && (
        <ChoiceInput
          name={`interest-${row.id}`}
          label={t('exams:screen.seats.interest')}
          hint={t('exams:screen.seats.interestHint')}
          value={interest}
          none={t('exams:screen.plan.choose')}
          choices={[
            { value: 'employer', label: t('exams:screen.seats.employer') },
            { value: 'none', label: t('exams:screen.seats.noInterest') },
          ]}
          onChange={(value) => setInterest(value as typeof interest)}
        />
      )}
      {declining && (
        <AreaInput name={`why-${row.id}`} label={t('exams:screen.seats.why')} value={why} onChange={setWhy} />
      )}
      <div className={css.acts}>
        {!declining && row.state === 'invited' && (
          <Button
            kind={main ? 'main' : 'plain'}
            size="l"
            busy={answer.isPending}
            {...(row.declare && !interest ? { blocked: t('exams:screen.seats.declareFirst') } : {})}
            onClick={() => say('confirmed')}
          >
            {t('exams:screen.seats.come')}
          </Button>
        )}
        {declining ? (
          <Button
            size="l"
            kind="danger"
            busy={answer.isPending}
            {...(why ? {} : { blocked: t('exams:error.sayWhy') })}
            onClick={() => say('declined')}
          >
            {t('exams:screen.seats.decline')}
          </Button>
        ) : (
          <Button size="l" onClick={() => setDeclining(true)}>
            {t('exams:screen.seats.cannot')}
          </Button>
        )}
      </div>
      {answer.error && <p role="alert">{answer.error.message}</p>}
    </>
  );
}

/** The expert's own exams, phone first: when, where, in what seat; one tap to answer. */
export default function MyExams() {
  const { t, date } = useTexts();
  const read = useRead(SEATS, api.mySeats, {});
  if (read.isError) return <EmptyState title={t('exams:screen.seats.title')} text={read.error.message} />;
  const rows = read.data?.data.rows ?? [];
  const today = read.data?.data.today ?? '';
  // one filled button on the screen: to mark what runs, else to answer the nearest invitation
  const first = rows.find(marking) ?? rows.find((row) => row.state === 'invited' && answerable(row, today));
  return (
    <>
      <PageHead title={t('exams:screen.seats.title')} />
      {read.data && rows.length === 0 && <EmptyState text={t('exams:screen.seats.empty')} level={2} />}
      <div className={css.cards}>
        {rows.map((row) => (
          <section key={row.id} className={`panel ${css.card}`} aria-labelledby={`seat-${row.id}`}>
            <h2 id={`seat-${row.id}`}>{date(row.day, 'weekday')}</h2>
            <p>
              <StateMark state={MARKS[row.state]}>{t(`exams:seatState.${row.state}`)}</StateMark>
            </p>
            <dl className={css.facts}>
              {(
                [
                  [t('exams:screen.seats.role'), t(`exams:seat.${row.role}`)],
                  [t('exams:screen.exams.programme'), `${row.programmeName}, ${row.programmeCode}`],
                  [t('exams:screen.seats.begin'), clockOf(row.startsAt)],
                  [t('exams:screen.exam.check'), date(row.checkOn, 'day')],
                  [t('exams:screen.exam.where'), `${row.centre}, ${row.address}`],
                  [
                    t('exams:screen.seats.whom'),
                    t('exams:screen.seats.whomOf', { college: row.college, count: row.examinees }),
                  ],
                ] as [string, string][]
              ).map(([term, value]) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {answerable(row, today) && <Answer row={row} main={row === first} />}
            {row.state === 'confirmed' && (
              <div className={css.acts}>
                <Link to="/exams/$id" params={{ id: row.sessionId }} className={buttonClass({})}>
                  {t('exams:task.open')}
                </Link>
                {marking(row) && (
                  <Link
                    to="/exams/$id/marking"
                    params={{ id: row.sessionId }}
                    className={buttonClass(row === first ? { kind: 'main' } : {})}
                  >
                    {t('exams:screen.exam.marking')}
                  </Link>
                )}
              </div>
            )}
          </section>
        ))}
      </div>
    </>
  );
}
