import { useTexts } from '../../text.ts';
import { Num } from '../num.tsx';
import type { Column } from './column.ts';
import css from './data-table.module.css';
import { cellClass } from './table-head.tsx';

function totalOf<Row>(column: Column<Row>, rows: Row[]) {
  if (column.total === undefined) return null;
  if (column.total !== 'sum') return column.total(rows);
  let sum = 0;
  for (const row of rows) {
    const value = column.value(row);
    if (typeof value === 'number') sum += value;
  }
  return <Num value={sum} digits={column.digits} sign={undefined} />;
}

interface Props<Row> {
  columns: Column<Row>[];
  rows: Row[];
  /** How many rows there are without filters. */
  of: number;
}

/** «Показано 10 из 148 строк» and the sums of what is shown; stays below while rows are scrolled. */
export function TableFoot<Row>({ columns, rows, of }: Props<Row>) {
  const { t } = useTexts();
  const first = columns.findIndex((column) => column.total !== undefined);
  const span = first === -1 ? columns.length : first;
  return (
    <tfoot>
      <tr>
        {span > 0 && (
          <th scope="row" colSpan={span}>
            {t(rows.length === of ? 'web:table.rows' : 'web:table.rowsOf', { count: of, shown: rows.length })}
          </th>
        )}
        {columns.slice(span).map((column) => (
          <td key={column.id} className={cellClass({ ...column, quiet: false })} data-label={column.title}>
            {totalOf(column, rows) ?? <span className={css.blank} />}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
