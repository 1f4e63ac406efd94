import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { AreaInput, ChoiceInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './exams.module.css';
import { APPEALS, type AppealRow, api, pointsOf } from './exams-api.ts';

type Decision = 'reject' | 'annul' | 'keep' | 'change';

function Decide({ row, main }: { row: AppealRow; main: boolean }) {
  const { t } = useTexts();
  const decide = useChange(api.decideAppeal, [APPEALS]);
  const [decision, setDecision] = useState<Decision | ''>('');
  const [number, setNumber] = useState('');
  const [words, setWords] = useState('');
  const [points, setPoints] = useState<Record<string, string>>({});
  const choices: Decision[] = row.kind === 'procedure' ? ['reject', 'annul'] : ['keep', 'change'];
  const criteria = Object.entries(points)
    .filter(([, text]) => text.trim() !== '')
    .map(([code, text]) => ({ code, points: Math.round(Number(text.replace(',', '.')) * 100) }));
  const lacks = !decision || !number || !words ? t('exams:screen.appeals.lacks') : undefined;
  return (
    <div className={css.form}>
      <ChoiceInput
        name={`decision-${row.id}`}
        label={t('exams:screen.appeals.decision')}
        none={t('exams:screen.plan.choose')}
        value={decision}
        choices={choices.map((one) => ({ value: one, label: t(`exams:decision.${one}`) }))}
        onChange={(value) => setDecision(value as Decision)}
      />
      {decision === 'change' &&
        row.criteria.map((one) => (
          <TextInput
            key={one.code}
            name={`points-${row.id}-${one.code}`}
            inputMode="decimal"
            label={`${one.code}. ${one.title}`}
            hint={t('exams:screen.appeals.pointsNow', {
              points: pointsOf(one.points),
              max: pointsOf(one.max),
            })}
            value={points[one.code] ?? ''}
            onChange={(value) => setPoints({ ...points, [one.code]: value })}
            optional
          />
        ))}
      <TextInput
        name={`number-${row.id}`}
        label={t('exams:screen.appeals.number')}
        value={number}
        onChange={setNumber}
      />
      <AreaInput
        name={`words-${row.id}`}
        label={t('exams:screen.appeals.words')}
        value={words}
        onChange={setWords}
      />
      <div className={css.acts}>
        <Button
          kind={main ? 'main' : 'plain'}
          busy={decide.isPending}
          {...(lacks ? { blocked: lacks } : {})}
          onClick={() => decision && decide.mutate({ id: row.id, decision, number, words, criteria })}
        >
          {t('exams:screen.appeals.act')}
        </Button>
      </div>
      {decide.error && <p role="alert">{decide.error.message}</p>}
    </div>
  );
}

/** Appeals of the college: the nearest day first, what was complained of, the points by criterion. */
export default function Appeals() {
  const { t, date } = useTexts();
  const read = useRead(APPEALS, api.listAppeals, {});
  if (read.isError) return <EmptyState title={t('exams:screen.appeals.title')} text={read.error.message} />;
  const rows = read.data?.data.rows ?? [];
  // the nearest day stands first: its decision is the filled button of the screen
  const first = rows.find(({ state }) => state === 'filed');
  return (
    <>
      <PageHead title={t('exams:screen.appeals.title')} about={t('exams:screen.appeals.about')} />
      {read.data && rows.length === 0 && <EmptyState text={t('exams:screen.appeals.empty')} level={2} />}
      <div className={css.cards}>
        {rows.map((row) => (
          <section key={row.id} className={`panel ${css.card}`} aria-labelledby={`appeal-${row.id}`}>
            <h2 id={`appeal-${row.id}`}>
              {row.name}, {t(`exams:appeal.${row.kind}`)}
            </h2>
            <p>
              <StateMark state={row.state === 'filed' ? 'soon' : 'done'}>
                {row.state === 'filed'
                  ? t('exams:screen.appeals.due', { due: row.dueOn })
                  : t(`exams:state.appeal.${row.state}`)}
              </StateMark>
            </p>
            <p className="dim">
              {row.session}, {row.programme}, {date(row.day, 'long')}
            </p>
            <p>
              {[
                row.points !== null && row.max !== null
                  ? t('exams:screen.appeals.points', { points: pointsOf(row.points), max: pointsOf(row.max) })
                  : '',
                row.grade !== null ? t('exams:screen.appeals.grade', { grade: row.grade }) : '',
              ]
                .filter(Boolean)
                .join(', ')}{' '}
              <Link to="/exams/$id/records" params={{ id: row.sessionId }}>
                {t('exams:rooms.records.link')}
              </Link>
            </p>
            <p>{row.text}</p>
            {row.decision && <p>{row.decision}</p>}
            {row.state === 'filed' && read.data?.can.decide && <Decide row={row} main={row === first} />}
          </section>
        ))}
      </div>
    </>
  );
}
