import type { Texts } from '../../../web/text.ts';
import { PartOf } from '../../../web/widgets/bar.tsx';
import { Button } from '../../../web/widgets/button.tsx';
import { Num } from '../../../web/widgets/num.tsx';
import type { Column } from '../../../web/widgets/table/index.ts';
import type { SeatLine } from './programmes-api.ts';

const changeOf = ({ enrolled, lastYear }: SeatLine) =>
  enrolled === null || !lastYear || lastYear.enrolled === null ? null : enrolled - lastYear.enrolled;

/** Columns of the table of seat lines; with `onEdit` each row may be changed. */
export function admissionColumns(
  { t, num, percent }: Texts,
  own: boolean,
  onEdit: ((row: SeatLine) => void) | null,
): Column<SeatLine>[] {
  const columns: Column<SeatLine>[] = [
    {
      id: 'programme',
      title: t('programmes:screen.admission.programme'),
      value: (row) => `${row.code} ${row.name}`,
      names: true,
      filter: 'text',
    },
    {
      id: 'base',
      title: t('programmes:screen.programme.base'),
      value: (row) => t('programmes:screen.base', { base: row.base }),
      quiet: true,
      optional: true,
    },
    {
      id: 'funding',
      title: t('programmes:screen.admission.funding'),
      value: (row) => t(`programmes:screen.funding.${row.funding}`),
      filter: 'choice',
      quiet: true,
    },
    {
      id: 'seats',
      title: t('programmes:screen.admission.seats'),
      value: (row) => row.seats,
      align: 'end',
      total: 'sum',
    },
    {
      id: 'applied',
      title: t('programmes:screen.admission.applied'),
      value: (row) => row.applied,
      align: 'end',
      total: 'sum',
    },
    {
      id: 'enrolled',
      title: t('programmes:screen.admission.enrolled'),
      value: (row) => row.enrolled,
      align: 'end',
      total: 'sum',
    },
    {
      id: 'fill',
      title: t('programmes:screen.admission.fill'),
      value: (row) => (row.enrolled === null || row.seats === 0 ? null : row.enrolled / row.seats),
      cell: (row) =>
        row.enrolled === null || row.seats === 0 ? (
          <span className="dim">{t('web:noData')}</span>
        ) : (
          <PartOf part={row.enrolled} whole={row.seats} label={percent(row.enrolled / row.seats, 0)} />
        ),
    },
    {
      id: 'change',
      title: t('programmes:screen.admission.change'),
      value: changeOf,
      cell: (row) => <Num value={changeOf(row)} sign />,
      align: 'end',
      quiet: true,
    },
    {
      id: 'mark',
      title: t('programmes:screen.admission.mark'),
      value: (row) => (row.averageMark === null ? null : row.averageMark / 100),
      cell: (row) =>
        row.averageMark === null ? (
          <span className="dim">{t('web:noData')}</span>
        ) : (
          <span className="num">{num(row.averageMark / 100, { digits: 2 })}</span>
        ),
      align: 'end',
    },
  ];
  if (!own)
    columns.splice(1, 0, {
      id: 'college',
      title: t('programmes:screen.admission.college'),
      value: (row) => row.college,
      filter: 'choice',
      card: 'wide',
    });
  if (onEdit && own)
    columns.push({
      id: 'edit',
      title: t('programmes:screen.admission.edit'),
      head: <span />,
      sort: false,
      value: () => null,
      screenOnly: true,
      cell: (row) => (
        <Button size="s" kind="quiet" onClick={() => onEdit(row)}>
          {t('programmes:screen.admission.edit')}
        </Button>
      ),
      align: 'end',
    });
  return columns;
}
