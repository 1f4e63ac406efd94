import type { Texts } from '../../../web/text.ts';
import type { Column } from '../../../web/widgets/table/index.ts';
import css from './hiring.module.css';
import type { Shown } from './hiring-api.ts';

/** What an employer sees of a person, the same in every table. */
export const shownColumns = <Row extends Shown>({ t, num }: Texts): Column<Row>[] => [
  { id: 'name', title: t('hiring:screen.name'), value: (row) => row.name, names: true, filter: 'text' },
  {
    id: 'programme',
    title: t('hiring:screen.programme'),
    value: (row) => `${row.programmeCode} ${row.programme}`,
    cell: (row) => (
      <span className={css.stack}>
        {row.programme}
        <small className="dim">{row.college}</small>
      </span>
    ),
    filter: 'text',
    card: 'wide',
  },
  {
    id: 'year',
    title: t('hiring:screen.year'),
    value: (row) => String(row.graduationYear),
    align: 'center',
    filter: 'choice',
  },
  {
    id: 'result',
    title: t('hiring:screen.result'),
    value: (row) => row.result?.grade ?? null,
    cell: (row) =>
      row.result ? (
        <span className={css.stack}>
          <span className="num">
            {row.result.grade === null
              ? t('hiring:screen.noGrade')
              : t('hiring:screen.grade', { grade: row.result.grade })}
          </span>
          {row.result.points !== null && row.result.max !== null && (
            <small className="dim num">
              {t('hiring:screen.points', {
                points: num(row.result.points / 100, { digits: 2 }),
                max: num(row.result.max / 100, { digits: 2 }),
              })}
            </small>
          )}
        </span>
      ) : (
        <span className="dim">{t('hiring:screen.noExam')}</span>
      ),
    card: 'wide',
  },
  {
    id: 'ground',
    title: t('hiring:screen.ground'),
    value: (row) => t(`hiring:ground.${row.ground}`),
    quiet: true,
    filter: 'choice',
    card: 'wide',
  },
];
