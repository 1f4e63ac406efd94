import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { DayPart } from './exam/day-part.tsx';
import { MorePart } from './exam/more-part.tsx';
import { PeoplePart } from './exam/people-part.tsx';
import { ProtocolPart } from './exam/protocol-part.tsx';
import { SeatsPart } from './exam/seats-part.tsx';
import { TroublePart } from './exam/trouble-part.tsx';
import { VideoPart } from './exam/video-part.tsx';
import css from './exams.module.css';
import { api, clockOf, type Exam, pointsOf, SESSION, SESSIONS } from './exams-api.ts';

const STEPS = ['confirm', 'prepare', 'start', 'mark', 'transfer', 'close'] as const;
type StepEvent = (typeof STEPS)[number];
const isStep = (event: string): event is (typeof STEPS)[number] =>
  (STEPS as readonly string[]).includes(event);

/** States whose reason is told above the exam: opened again, stopped, annulled, off the plan. */
const TOLD = ['planned', 'suspended', 'annulled', 'cancelled'] as const;
const isTold = (state: string): state is (typeof TOLD)[number] => (TOLD as readonly string[]).includes(state);

/** What stands against the next step: each refusal names its rule. */
function Against({ exam }: { exam: Exam }) {
  const { t, tId } = useTexts();
  const step = exam.next.find(({ event }) => event !== 'cancel');
  if (!step) return null;
  return (
    <section className={`panel ${css.box}`} aria-labelledby="against">
      <h2 id="against">{t('exams:screen.exam.next', { step: tId(`exams:event.session.${step.event}`) })}</h2>
      {step.refusals.length === 0 ? (
        <StateMark state="done">{t('exams:screen.exam.nothingAgainst')}</StateMark>
      ) : (
        <ul className={css.list}>
          {step.refusals.map(({ rule, key, params }) => (
            <li key={rule}>
              <StateMark state="blocks">{tId(key, params)}</StateMark>
              <Link to="/help/rules" hash={rule} className="dim">
                {rule}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ exam }: { exam: Exam }) {
  const { t, date } = useTexts();
  const facts: [string, string][] = [
    [t('exams:screen.exam.when'), `${date(exam.day, 'long')}, ${clockOf(exam.startsAt)}`],
    [t('exams:screen.exam.check'), date(exam.checkOn, 'long')],
    [t('exams:screen.exam.where'), `${exam.centre}, ${exam.centreAddress}`],
    [t('exams:screen.exam.college'), exam.college],
    [
      t('exams:screen.exam.kit'),
      `${exam.kitCode}, ${t(`exams:level.${exam.level}`)}, ${t('exams:screen.exam.max', { max: pointsOf(exam.max) })}`,
    ],
    [t('exams:screen.exam.regime'), t(`exams:regime.${exam.regime}`)],
    [t('exams:screen.exam.source'), t(`exams:source.${exam.source}`)],
    [
      t('exams:screen.exam.places'),
      t('exams:screen.exam.placesOf', { people: exam.examinees, workplaces: exam.workplaces }),
    ],
  ];
  return (
    <section className={`panel ${css.box}`}>
      <h2>{t('exams:screen.exam.facts')}</h2>
      <dl className={css.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Incidents({ exam, grade }: { exam: Exam; grade: boolean }) {
  const { t, date } = useTexts();
  const decide = useChange(api.decideIncident, [SESSION, SESSIONS]);
  const [words, setWords] = useState<Record<string, string>>({});
  if (exam.incidentList.length === 0) return null;
  return (
    <section className={`panel ${css.box}`} aria-labelledby="incidents">
      <h2 id="incidents">{t('exams:screen.exam.incidents')}</h2>
      <ul className={css.list}>
        {exam.incidentList.map((one) => (
          <li key={one.id}>
            <span className={css.stack}>
              {one.kind === 'tie'
                ? t('exams:screen.exam.tie', {
                    expert: one.expert ?? '',
                    examinee: one.examinee ?? t('exams:screen.exam.somebody'),
                    code: one.code ?? '',
                    count: one.marks,
                  })
                : one.text}
              <small className="dim">{date(one.at, 'moment')}</small>
              {one.decision && <small>{one.decision}</small>}
            </span>
            {!one.decision && grade && (
              <span className={css.acts}>
                <input
                  aria-label={t('exams:screen.exam.decision')}
                  placeholder={t('exams:screen.exam.decision')}
                  value={words[one.id] ?? ''}
                  onChange={(event) => setWords({ ...words, [one.id]: event.target.value })}
                />
                <Button
                  busy={decide.isPending}
                  {...(words[one.id] ? {} : { blocked: t('exams:screen.exam.writeDecision') })}
                  onClick={() => decide.mutate({ id: one.id, decision: words[one.id] ?? '' })}
                >
                  {t('exams:screen.exam.settle')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One exam for everybody who has to do with it: what is next, who is there, the day, protocol, incidents. */
export default function ExamPage() {
  const { t, tId, date } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(SESSION, api.getSession, { id });
  const move = useChange(api.moveSession, [SESSION, SESSIONS]);
  if (read.isError) return <EmptyState title={t('exams:screen.exam.title')} text={read.error.message} />;
  if (!read.data) return null;
  const exam = read.data.data;
  const { can } = read.data;
  const step =
    exam.next.find(({ event }) => isStep(event) && event !== 'close') ??
    exam.next.find(({ event }) => event === 'close');
  const go = (event: StepEvent) => move.mutate({ id, event, expected: exam.state });
  const mayStep =
    step &&
    (['confirm', 'close'].includes(step.event)
      ? can.confirm || (can.card && can.exchange)
      : step.event === 'transfer'
        ? can.chief || can.exchange
        : can.lead);
  return (
    <>
      <PageHead
        crumbs={[{ title: t('exams:screen.exams.title'), to: '/exams' }, { title: exam.code }]}
        title={exam.programmeName}
        tag={tId(`exams:state.session.${exam.state}`)}
        about={t('exams:screen.exam.about', {
          code: exam.code,
          day: date(exam.day, 'weekday'),
          time: clockOf(exam.startsAt),
        })}
        actions={
          <>
            {can.mark && (
              <Link to="/exams/$id/marking" params={{ id }} className={buttonClass({ kind: 'main' })}>
                {t('exams:screen.exam.marking')}
              </Link>
            )}
            {step && mayStep && isStep(step.event) && (
              <Button
                kind={can.mark ? 'plain' : 'main'}
                busy={move.isPending}
                {...(step.refusals[0]
                  ? { blocked: t('exams:screen.exam.against', { count: step.refusals.length }) }
                  : {})}
                onClick={() => isStep(step.event) && go(step.event)}
              >
                {tId(`exams:event.session.${step.event}`)}
              </Button>
            )}
          </>
        }
      />
      {exam.why && isTold(exam.state) && (
        <p className={css.why}>
          {t(`exams:screen.exam.why.${exam.state}`)} {tId(exam.why.key, exam.why.params)}
        </p>
      )}
      {move.error && (
        <p role="alert" className={css.stop}>
          {move.error.message}
        </p>
      )}
      <div className={css.pair}>
        <Facts exam={exam} />
        <Against exam={exam} />
      </div>
      <Incidents exam={exam} grade={can.grade ?? false} />
      <SeatsPart exam={exam} can={can} />
      <DayPart exam={exam} can={can} />
      <PeoplePart exam={exam} can={can} />
      <ProtocolPart exam={exam} can={can} />
      <MorePart exam={exam} can={can} />
      <VideoPart exam={exam} can={can} />
      <TroublePart exam={exam} can={can} />
    </>
  );
}
