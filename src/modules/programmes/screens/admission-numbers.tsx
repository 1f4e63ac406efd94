import { useTexts } from '../../../web/text.ts';
import { KeyNumbers } from '../../../web/widgets/key-numbers.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import css from './programmes.module.css';
import type { LastYear, SeatLine } from './programmes-api.ts';

/** Sum over the rows that know the figure; null when none does. */
export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number | null | undefined): number | null {
  const known = rows.map(of).filter((value) => value !== null && value !== undefined);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** Seats, applications per seat and enrolled, each beside last year. */
export function AdmissionNumbers({
  rows,
  before,
  year,
}: {
  rows: SeatLine[];
  before: LastYear[];
  year: number;
}) {
  const { t, num } = useTexts();
  const source = t('programmes:screen.admission.source', { year });
  const origin = {
    short: source,
    facts: {
      nodes: [
        { count: rows.length, noun: t('programmes:screen.admission.line', { count: rows.length }), source },
      ],
    },
  };
  const was = (value: number | null, digits = 0) =>
    value === null ? undefined : t('programmes:screen.admission.was', { count: num(value, { digits }) });
  const seats = sumOf(rows, (row) => row.seats);
  const lastSeats = sumOf(before, (row) => row.seats);
  const applied = sumOf(rows, (row) => row.applied);
  const perSeat = applied !== null && seats ? applied / seats : null;
  const lastApplied = sumOf(before, (row) => row.applied);
  const lastPerSeat = lastApplied !== null && lastSeats ? lastApplied / lastSeats : null;
  return (
    <div className={css.numbers}>
      <KeyNumbers
        numbers={[
          {
            label: t('programmes:screen.admission.totalSeats'),
            value: <Num value={seats} />,
            aside: was(lastSeats),
            origin,
          },
          {
            label: t('programmes:screen.admission.totalApplied'),
            value: <Num value={perSeat} digits={1} />,
            aside: was(lastPerSeat, 1),
            origin,
          },
          {
            label: t('programmes:screen.admission.totalEnrolled'),
            value: <Num value={sumOf(rows, (row) => row.enrolled)} />,
            aside: was(sumOf(before, (row) => row.enrolled)),
            origin,
          },
        ]}
      />
    </div>
  );
}
