import type { Texts } from '../../../web/text.ts';
import type { State } from '../../../web/widgets/state-mark.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import type { Column } from '../../../web/widgets/table/index.ts';
import type { TrainedRow } from './order-api.ts';
import css from './trained.module.css';

/** So many programmes of a line stand open; the rest, each a part of a person, is counted. */
const SHOWN = 3;
const MARKS: Record<TrainedRow['cause'], State> = {
  covered: 'done',
  partly: 'waiting',
  early: 'waiting',
  untaught: 'blocks',
  none: 'remind',
};

/** People of the plan are averages: below ten a tenth matters. */
export const peopleShown = (value: number): number =>
  value < 10 ? Math.round(value * 10) / 10 : Math.round(value);

export const peopleText = (value: number, { num }: Pick<Texts, 'num'>): string =>
  num(peopleShown(value), { digits: Number.isInteger(peopleShown(value)) ? 0 : 1 });

const seatText = (seat: TrainedRow['seats'][number], { t }: Texts): string =>
  t('order:screen.trained.seat', {
    code: seat.code,
    name: seat.name,
    groups: t('order:screen.count.groups', { count: seat.groups }),
    seats: t('order:screen.trained.seats', { count: seat.seats }),
    year: String(seat.graduationYear),
  });

function Seats({ row, texts }: { row: TrainedRow; texts: Texts }) {
  const { t } = texts;
  if (row.seats.length === 0) return <span className="dim">{t('order:screen.trained.nowhere')}</span>;
  const more = row.seats.length - SHOWN;
  return (
    <ul className={css.seats}>
      {row.seats.slice(0, SHOWN).map((seat) => (
        <li key={`${seat.programmeId} ${seat.intakeYear}`}>
          <span>
            {seat.college}
            <small>{seatText(seat, texts)}</small>
          </span>
          <b className="num">{peopleText(seat.people, texts)}</b>
        </li>
      ))}
      {more > 0 && <li className="dim small">{t('order:screen.trained.more', { count: more })}</li>}
    </ul>
  );
}

const studyingOf = (row: TrainedRow) => row.studying.reduce((sum, course) => sum + course.people, 0);

/** Who is on the way already, admitted in earlier years: course by course. */
function Studying({ row, texts: { t, num } }: { row: TrainedRow; texts: Texts }) {
  if (row.studying.length === 0) return <span className="dim">{num(0)}</span>;
  return (
    <details className={css.studying}>
      <summary className="num">{num(studyingOf(row))}</summary>
      <ul>
        {row.studying.map((course) => (
          <li key={`${course.college} ${course.code} ${course.graduationYear}`}>
            {t('order:screen.trained.course', {
              college: course.college,
              code: course.code,
              year: String(course.graduationYear),
              people: course.people,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Columns of one's own need lines with the seats behind them. */
export function trainedColumns(texts: Texts): Column<TrainedRow>[] {
  const { t } = texts;
  const people = (value: number) => <span className="num">{peopleText(value, texts)}</span>;
  const sum = (rows: TrainedRow[], of: (row: TrainedRow) => number) =>
    people(rows.reduce((total, row) => total + of(row), 0));
  return [
    { id: 'occupation', title: t('order:screen.trained.occupation'), value: (row) => row.name, names: true },
    {
      id: 'place',
      title: t('order:screen.trained.place'),
      value: (row) => row.municipality,
      filter: 'choice',
      optional: true,
    },
    {
      id: 'year',
      title: t('order:screen.trained.year'),
      value: (row) => String(row.year),
      filter: 'choice',
      width: 72,
    },
    {
      id: 'count',
      title: t('order:screen.trained.count'),
      value: (row) => row.count,
      align: 'end',
      total: 'sum',
    },
    {
      id: 'people',
      title: t('order:screen.trained.people'),
      value: (row) => peopleShown(row.people),
      cell: (row) => people(row.people),
      align: 'end',
      total: (rows) => sum(rows, (row) => row.people),
    },
    {
      id: 'studying',
      title: t('order:screen.trained.studying'),
      value: (row) => studyingOf(row),
      cell: (row) => <Studying row={row} texts={texts} />,
      align: 'end',
      width: 120,
    },
    {
      id: 'rest',
      title: t('order:screen.trained.rest'),
      value: (row) => peopleShown(row.rest),
      cell: (row) => people(row.rest),
      align: 'end',
      total: (rows) => sum(rows, (row) => row.rest),
    },
    {
      id: 'cause',
      title: t('order:screen.trained.cause'),
      value: (row) => t(`order:screen.trained.causes.${row.cause}`),
      cell: (row) => (
        <StateMark state={MARKS[row.cause]}>{t(`order:screen.trained.causes.${row.cause}`)}</StateMark>
      ),
      filter: 'choice',
      width: 210,
      card: 'wide',
    },
    {
      id: 'where',
      title: t('order:screen.trained.where'),
      value: (row) => row.seats.map((seat) => `${seat.college}: ${seatText(seat, texts)}`).join('; '),
      cell: (row) => <Seats row={row} texts={texts} />,
      sort: false,
      card: 'wide',
    },
  ];
}
