import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import { PAPERS } from '../contract.ts';
import { LeaveQuestion } from './leave-question.tsx';
import { LogPart } from './log-part.tsx';
import css from './practice.module.css';
import { api, MINE, type Mine } from './practice-api.ts';

function Facts({ row }: { row: Mine }) {
  const { t, dateRange } = useTexts();
  const later = <span className="dim">{t('practice:screen.mine.later')}</span>;
  const gives = [
    row.pay > 0 ? t('practice:screen.places.pay', { pay: row.pay }) : t('practice:screen.places.noPay'),
    t(`practice:lodging.${row.lodging}`),
    t(`practice:transport.${row.transport}`),
  ].join(', ');
  const facts: [string, React.ReactNode][] = [
    [t('practice:screen.mine.when'), dateRange(row.from, row.to)],
    [t('practice:screen.mine.where'), row.address],
    [
      t('practice:screen.mine.hours'),
      row.timetable
        .map(({ from, minutes, days }) =>
          t('practice:screen.mine.hoursLine', { from, hours: minutes / 60, days }),
        )
        .join('; '),
    ],
    [t('practice:screen.mine.mentor'), row.mentor ?? later],
    [t('practice:screen.mine.supervisor'), row.supervisor ?? later],
    [t('practice:screen.mine.gives'), gives],
    ...(row.works ? [[t('practice:screen.mine.works'), row.works] as [string, React.ReactNode]] : []),
    ...(row.grade ? [[t('practice:screen.mine.grade'), String(row.grade)] as [string, React.ReactNode]] : []),
  ];
  return (
    <dl className={css.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is missing, in the student's own words; the answer about leaving home is asked above. */
function Lacks({ row }: { row: Mine }) {
  const { t } = useTexts();
  const before = ['slot_reserved', 'contract_ok', 'cleared'].includes(row.state);
  if (!before) return null;
  const lacking = PAPERS.filter(
    (paper) => paper !== 'leaveHome' && !['done', 'idle'].includes(row.papers[paper]),
  );
  const toDo = lacking.filter((paper) => paper !== 'briefing');
  if (toDo.length === 0)
    return (
      <p>
        <StateMark state="done">{t('practice:screen.mine.allThere', { from: row.from })}</StateMark>
      </p>
    );
  return (
    <>
      <h3>{t('practice:screen.mine.lacks')}</h3>
      <ul className={css.lacks}>
        {lacking.map((paper) => (
          <li key={paper}>
            <StateMark state={row.papers[paper]}>{t(`practice:screen.mine.lack.${paper}`)}</StateMark>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The student's own page, phone first: where, when, what is missing, the log. */
export default function MyPractice() {
  const { t } = useTexts();
  const read = useRead(MINE, api.myPractice, {});
  if (read.isError) return <EmptyState title={t('practice:screen.mine.title')} text={read.error.message} />;
  const rows = read.data?.data.rows ?? [];
  const today = read.data?.data.today ?? '';
  return (
    <>
      <PageHead
        title={t('practice:screen.mine.title')}
        about={rows.length > 0 ? t('practice:screen.mine.about') : undefined}
      />
      {read.data && rows.length === 0 && <EmptyState text={t('practice:screen.mine.empty')} level={2} />}
      <div className={css.cards}>
        {rows.map((row) => (
          <section key={row.id} className={`panel ${css.card}`} aria-labelledby={`practice-${row.id}`}>
            <h2 id={`practice-${row.id}`}>{row.host}</h2>
            <p className="dim">
              {row.offer}. {row.plan}, {t(`practice:state.placement.${row.state}`)}
            </p>
            <Facts row={row} />
            <LeaveQuestion row={row} />
            <Lacks row={row} />
            <LogPart row={row} today={today} />
          </section>
        ))}
      </div>
    </>
  );
}
