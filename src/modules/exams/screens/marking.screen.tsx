import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { DemoStrip } from '../../../web/layouts/demo-strip.tsx';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { StateIcon } from '../../../web/widgets/state-mark.tsx';
import { clockOf, pointsOf } from './exams-api.ts';
import { AspectLine } from './tablet/aspect-line.tsx';
import { aspectState, minutesLeft } from './tablet/mark-queue.ts';
import { placeState } from './tablet/place-state.ts';
import type { Sheet } from './tablet/sheet.ts';
import { Strips } from './tablet/strips.tsx';
import css from './tablet/tablet.module.css';
import { type Marking, useMarking } from './tablet/use-marking.ts';
import { WorkplaceList } from './tablet/workplace-list.tsx';

function Experts({ sheet, marking, examineeId }: { sheet: Sheet; marking: Marking; examineeId: string }) {
  const { t } = useTexts();
  const signed = (personId: string) =>
    sheet.signed.some((one) => one.personId === personId && one.examineeId === examineeId);
  return (
    <ul className={css.experts}>
      {sheet.experts.map(({ personId, name }) => {
        const given = new Set(
          marking.marks
            .filter((one) => one.personId === personId && one.examineeId === examineeId)
            .map(({ aspectId }) => aspectId),
        ).size;
        const own = personId === sheet.personId;
        return (
          <li key={personId}>
            <StateIcon state={signed(personId) ? 'done' : 'waiting'} />
            <span>
              {own ? t('exams:tablet.you') : name}
              <small>
                {signed(personId) ? t('exams:tablet.signed') : t('exams:tablet.given', { count: given })}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The expert's page at the exam, 1024 × 768 and smaller: a workplace, a criterion, marks by taps. */
export default function MarkingScreen() {
  const { t } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { person } = useSession();
  const marking = useMarking(id, person?.id ?? null);
  const [place, setPlace] = useState<string | null>(null);
  const [criterion, setCriterion] = useState<string | null>(null);
  const { kept, marks } = marking;
  const problemWords = (one: Marking['problem']) =>
    one && ('words' in one ? one.words : t(`exams:tablet.${one.key}`));
  const sheet = kept?.sheet;
  if (!sheet)
    return (
      <main className={css.empty}>
        <EmptyState
          title={t('exams:tablet.title')}
          text={
            problemWords(marking.problem) ??
            (marking.lostAt ? t('exams:tablet.nothingKept') : t('exams:tablet.loading'))
          }
        />
      </main>
    );
  const present = sheet.places.filter((one) => one.present);
  const at = sheet.places.find(({ examineeId }) => examineeId === place) ?? present[0] ?? sheet.places[0];
  if (!at) return <EmptyState title={t('exams:tablet.title')} text={t('exams:tablet.noPlaces')} />;
  const chosen = sheet.criteria.find(({ code }) => code === criterion) ?? sheet.criteria[0];
  const whole = placeState(sheet, marks, at.examineeId);
  const signed = sheet.signed.some(
    (one) => one.personId === sheet.personId && one.examineeId === at.examineeId,
  );
  const open = sheet.state === 'running' && at.present && !signed && !marking.over;
  const rest = minutesLeft(at, { minutes: sheet.minutes, now: Date.now() - kept.ahead });
  const steps = sheet.criteria.map(({ code }) => code);
  const nameOf = (i: number) => `${steps[i]}. ${sheet.criteria[i]?.title ?? ''}`;
  const here = steps.indexOf(chosen?.code ?? '');
  const go = (to: number) => () => setCriterion(steps[to] ?? null);
  const blocked = signed
    ? t('exams:tablet.placeSigned')
    : whole.left > 0 || whole.apart > 0
      ? t('exams:tablet.signLater')
      : marking.lostAt
        ? t('exams:tablet.signOnline')
        : undefined;
  return (
    <div className={css.frame}>
      <header>
        <DemoStrip />
        <div className={css.bar}>
          <p>
            <b>{sheet.programme}</b>
            <small>{t('exams:tablet.about', { kit: sheet.kitCode, centre: sheet.centre })}</small>
          </p>
          {rest !== null && (
            <p className={css.rest}>
              <b className="num">{clockOf(rest)}</b> {t('exams:tablet.rest')}
            </p>
          )}
          <p className={css.sent}>
            <span>
              <StateIcon state={kept.queue.length === 0 ? 'done' : 'waiting'} />
              {kept.queue.length === 0
                ? t('exams:tablet.allSent')
                : t('exams:tablet.waiting', { count: kept.queue.length })}
            </span>
            {!marking.over && (
              <small>{t(marking.ready ? 'exams:tablet.ready' : 'exams:tablet.notReady')}</small>
            )}
          </p>
        </div>
        <Strips marking={marking} sheet={sheet} problem={problemWords(marking.problem)} />
      </header>
      <div className={css.columns}>
        <WorkplaceList sheet={sheet} marks={marks} chosen={at.examineeId} onChoose={setPlace} />
        <main className={css.main}>
          <div className={css.head}>
            <h1>{t('exams:tablet.place', { place: at.workplace })}</h1>
            <span className="sr">{t('exams:tablet.day', { day: sheet.day })}</span>
            <span className="dim">{t('exams:tablet.hidden')}</span>
            <span className={css.score}>
              {t('exams:tablet.score')} <b className="num">{pointsOf(whole.points)}</b>{' '}
              {t('exams:tablet.of', { max: pointsOf(sheet.max) })}
            </span>
          </div>
          <nav className={css.criteria} aria-label={t('exams:tablet.criteria')}>
            {sheet.criteria.map(({ code, title }) => {
              const part = placeState(sheet, marks, at.examineeId, code);
              return (
                <button
                  key={code}
                  type="button"
                  aria-current={code === chosen?.code ? 'page' : undefined}
                  onClick={() => setCriterion(code)}
                >
                  <span>
                    <b>{code}</b>
                    {part.left === 0 && part.apart === 0 ? (
                      <StateIcon state="done" />
                    ) : (
                      <span className="num">
                        {part.total - part.left}/{part.total}
                      </span>
                    )}
                  </span>
                  {title}
                </button>
              );
            })}
          </nav>
          <ul className={css.aspects}>
            {sheet.aspects
              .filter((one) => one.criterion === chosen?.code)
              .map((aspect) => (
                <AspectLine
                  key={`${at.examineeId} ${aspect.id}`}
                  aspect={aspect}
                  state={aspectState(aspect, marks, { ...sheet, examineeId: at.examineeId })}
                  onGive={open ? (value) => void marking.give(at.examineeId, aspect.id, value) : null}
                />
              ))}
          </ul>
          <div className={css.steps}>
            {here > 0 ? (
              <Button size="l" icon="back" onClick={go(here - 1)}>
                {nameOf(here - 1)}
              </Button>
            ) : (
              <span />
            )}
            {here < steps.length - 1 && (
              <Button size="l" icon="forward" onClick={go(here + 1)}>
                {nameOf(here + 1)}
              </Button>
            )}
          </div>
        </main>
      </div>
      <footer className={css.footer}>
        <Experts sheet={sheet} marking={marking} examineeId={at.examineeId} />
        {marking.over ? (
          <Link to="/exams/$id" params={{ id }} className={buttonClass({ kind: 'main', size: 'l' })}>
            {t('exams:tablet.toProtocol')}
          </Link>
        ) : (
          <Button
            size="l"
            kind="main"
            {...(blocked ? { blocked } : {})}
            onClick={() => void marking.sign(at.examineeId)}
          >
            {t('exams:tablet.sign', { place: at.workplace })}
          </Button>
        )}
      </footer>
    </div>
  );
}
