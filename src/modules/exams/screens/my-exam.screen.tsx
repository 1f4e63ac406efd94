import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange, useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { AreaInput } from '../../../web/widgets/inputs.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './exams.module.css';
import { api, clockOf, MINE, type MyExam, pointsOf, saveFile } from './exams-api.ts';

function Result({ row }: { row: MyExam }) {
  const { t } = useTexts();
  if (row.grade === null) return null;
  return (
    <>
      <p className={css.grade}>
        <b className="num">{row.grade}</b>
        <span>
          {row.points !== null &&
            row.max !== null &&
            t('exams:screen.mine.points', { points: pointsOf(row.points), max: pointsOf(row.max) })}
          {row.annulled && <StateMark state="blocks">{t('exams:screen.mine.annulled')}</StateMark>}
        </span>
      </p>
      {row.bounds.length > 0 && (
        <p className="dim">
          {row.bounds
            .map(({ grade, from }) => t('exams:screen.mine.bound', { grade, from: pointsOf(from) }))
            .join(', ')}
        </p>
      )}
      <ul className={css.list}>
        {row.criteria.map((one) => (
          <li key={one.code}>
            <span>
              {one.code}. {one.title}
            </span>
            <span className="num">
              {pointsOf(one.points)} / {pointsOf(one.max)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Appeal({ row }: { row: MyExam }) {
  const { t } = useTexts();
  const file = useChange(api.fileAppeal, [MINE]);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const kind = row.appeal.resultUntil ? 'result' : row.appeal.procedureOn ? 'procedure' : null;
  return (
    <>
      {row.appeals.map((one) => (
        <p key={one.id}>
          <StateMark state={one.state === 'filed' ? 'waiting' : 'done'}>
            {t('exams:screen.mine.filed', {
              kind: `exams:appeal.${one.kind}`,
              state: `exams:state.appeal.${one.state}`,
              due: one.dueOn,
            })}
          </StateMark>{' '}
          {one.decision}
        </p>
      ))}
      {kind && !open && (
        <div className={css.acts}>
          <Button onClick={() => setOpen(true)}>
            {kind === 'result'
              ? t('exams:screen.mine.appealResult', { until: row.appeal.resultUntil ?? '' })
              : t('exams:screen.mine.appealProcedure')}
          </Button>
        </div>
      )}
      {kind && open && (
        <>
          <AreaInput
            name={`appeal-${row.examineeId}`}
            label={t('exams:screen.mine.appealText')}
            value={text}
            onChange={setText}
          />
          <div className={css.acts}>
            <Button
              kind="main"
              busy={file.isPending}
              {...(text ? {} : { blocked: t('exams:screen.mine.writeText') })}
              onClick={() => file.mutate({ examineeId: row.examineeId, kind, text })}
            >
              {t('exams:screen.mine.send')}
            </Button>
          </div>
        </>
      )}
      {file.error && <p role="alert">{file.error.message}</p>}
    </>
  );
}

function Card({ row }: { row: MyExam }) {
  const { t } = useTexts();
  if (!row.card) return null;
  const { card } = row;
  const print = async () =>
    saveFile(
      (await api.printCard({ examineeId: row.examineeId, format: 'pdf', origin: location.origin })).data,
    );
  const save = async () => {
    const { data } = await api.exportCard({ examineeId: row.examineeId });
    saveFile({
      name: `card-${card.number.slice(3)}.json`,
      type: 'application/json',
      base64: btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(data, null, 1)))),
    });
  };
  return (
    <>
      <h3>{t('exams:screen.mine.card', { number: card.number })}</h3>
      <p>
        {card.public ? (
          <a href={`/card/${card.token}`}>{t('exams:screen.mine.publicPage')}</a>
        ) : (
          <>
            {t('exams:screen.mine.notPublic')}{' '}
            <Link to="/my/consents">{t('exams:screen.mine.giveConsent')}</Link>
          </>
        )}
      </p>
      <div className={css.acts}>
        <Button icon="download" onClick={() => void print()}>
          {t('exams:screen.mine.print')}
        </Button>
        <Button icon="download" onClick={() => void save()}>
          {t('exams:screen.mine.export')}
        </Button>
      </div>
    </>
  );
}

/** The student's own exam, phone first: when and where, then the result with its reasons, appeal, card. */
export default function MyExamPage() {
  const { t, tId, date } = useTexts();
  const read = useRead(MINE, api.myExams, {});
  if (read.isError) return <EmptyState title={t('exams:screen.mine.title')} text={read.error.message} />;
  const rows = read.data?.data.rows ?? [];
  return (
    <>
      <PageHead title={t('exams:screen.mine.title')} />
      {read.data && rows.length === 0 && <EmptyState text={t('exams:screen.mine.empty')} level={2} />}
      <div className={css.cards}>
        {rows.map((row) => (
          <section
            key={row.examineeId}
            className={`panel ${css.card}`}
            aria-labelledby={`exam-${row.examineeId}`}
          >
            <h2 id={`exam-${row.examineeId}`}>{row.programme}</h2>
            <p className="dim">
              {date(row.day, 'weekday')}, {clockOf(row.startsAt)}. {tId(`exams:state.session.${row.state}`)}
            </p>
            <dl className={css.facts}>
              <div>
                <dt>{t('exams:screen.exam.where')}</dt>
                <dd>
                  {row.centre}, {row.address}
                </dd>
              </div>
              <div>
                <dt>{t('exams:screen.exam.check')}</dt>
                <dd>{date(row.checkOn, 'day')}</dd>
              </div>
              {row.workplace !== null && (
                <div>
                  <dt>{t('exams:screen.exam.workplace')}</dt>
                  <dd>{row.workplace}</dd>
                </div>
              )}
            </dl>
            <Result row={row} />
            <Appeal row={row} />
            <Card row={row} />
          </section>
        ))}
      </div>
    </>
  );
}
