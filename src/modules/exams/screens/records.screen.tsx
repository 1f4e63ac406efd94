import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './exams.module.css';
import { api, pointsOf } from './exams-api.ts';
import { ChampionForm, CorrectForm, PassportForm } from './records/record-forms.tsx';
import room from './rooms.module.css';
import { RECORDS, type RecordsOf } from './rooms-api.ts';

/** Every record of one examinee, oldest first; the last of each kind stands. */
function Chain({ row }: { row: RecordsOf }) {
  const { t, date } = useTexts();
  const mark = (stands: boolean) => t(`exams:rooms.records.${stands ? 'stands' : 'before'}`);
  const lastResult = row.results.at(-1)?.id;
  const lastGrade = row.grades.at(-1)?.id;
  return (
    <div className={room.chain}>
      {row.results.map((one) => (
        <div key={one.id} className={one.id === lastResult ? room.now : room.old}>
          <b>{t('exams:rooms.records.points', { points: pointsOf(one.points), max: pointsOf(one.max) })}</b>{' '}
          {t(`exams:rooms.records.source.${one.source}`)}, {mark(one.id === lastResult)}
          {one.ground && <div>{one.ground}</div>}
          <small className={`dim ${room.line}`}>
            {[one.by, date(one.at, 'moment'), t('exams:rooms.records.hash', { hash: one.hash.slice(0, 12) })]
              .filter(Boolean)
              .join(', ')}
            <br />
            {one.criteria
              .map(({ code, points, max }) => `${code}: ${pointsOf(points)} / ${pointsOf(max)}`)
              .join('; ')}
          </small>
        </div>
      ))}
      {row.grades.map((one) => (
        <div key={one.id} className={one.id === lastGrade ? room.now : room.old}>
          <b>{t('exams:rooms.records.grade', { grade: one.grade })}</b>{' '}
          {t(`exams:rooms.records.gradeGround.${one.ground}`)}, {mark(one.id === lastGrade)}
          {one.words && <div>{one.words}</div>}
          <small className={`dim ${room.line}`}>
            {[one.by, date(one.on), t('exams:rooms.records.hash', { hash: one.hash.slice(0, 12) })]
              .filter(Boolean)
              .join(', ')}
          </small>
        </div>
      ))}
      {row.results.length === 0 && row.grades.length === 0 && (
        <span className="dim">
          {row.present === false ? t('exams:rooms.records.absent') : t('exams:rooms.records.noResult')}
        </span>
      )}
      {row.annulled && (
        <StateMark state="blocks">{t('exams:rooms.records.annulled', { why: row.annulled })}</StateMark>
      )}
      {row.passport && (
        <span>
          {row.passport.link ? (
            <a href={row.passport.link} rel="noreferrer">
              {t('exams:rooms.records.passportOf', { number: row.passport.number ?? '' })}
            </a>
          ) : (
            t('exams:rooms.records.passportOf', { number: row.passport.number ?? '' })
          )}
        </span>
      )}
    </div>
  );
}

type Open = { id: string; what: 'correct' | 'champion' | 'passport' };

/** Results and grades with everything that was ever written of them, and the ways to write the next. */
export default function Records() {
  const { t, date } = useTexts();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(RECORDS, api.listRecords, { id });
  const [open, setOpen] = useState<Open | null>(null);
  if (read.isError) return <EmptyState title={t('exams:rooms.records.title')} text={read.error.message} />;
  if (!read.data) return null;
  const exam = read.data.data;
  const { can } = read.data;
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        crumbs={[
          { title: t('exams:screen.exams.title'), to: '/exams' },
          { title: exam.code, to: `/exams/${id}` },
          { title: t('exams:rooms.records.title') },
        ]}
        title={t('exams:rooms.records.title')}
        about={t('exams:rooms.records.about', {
          code: `${exam.code}, ${exam.programme}`,
          day: date(exam.day, 'long'),
        })}
      />
      {exam.rows.every(({ results, grades }) => results.length + grades.length === 0) && (
        <EmptyState text={t('exams:rooms.records.empty')} level={2} />
      )}
      {exam.rows.map((row) => {
        const is = (what: Open['what']) => open?.id === row.id && open.what === what;
        const act = (what: Open['what']) => (
          <Button key={what} size="s" onClick={() => setOpen({ id: row.id, what })}>
            {t(`exams:rooms.records.${what}`)}
          </Button>
        );
        return (
          <section key={row.id} className={`panel ${css.box}`} aria-labelledby={`who-${row.id}`}>
            <h2 id={`who-${row.id}`}>
              {row.workplace === null ? '' : `${t('exams:rooms.paper.place', { place: row.workplace })}. `}
              {row.name || t('exams:rooms.records.nobody')} <span className="dim">{row.group}</span>
            </h2>
            <Chain row={row} />
            {is('correct') && <CorrectForm row={row} onClose={close} />}
            {is('champion') && <ChampionForm row={row} regime={exam.regime} onClose={close} />}
            {is('passport') && <PassportForm row={row} onClose={close} />}
            {open?.id !== row.id && (
              <div className={css.acts}>
                {can.correct && row.results.length > 0 && act('correct')}
                {can.champion && !row.present && row.grades.length === 0 && act('champion')}
                {can.passport && (row.results.length > 0 || row.grades.length > 0) && act('passport')}
              </div>
            )}
          </section>
        );
      })}
    </>
  );
}
