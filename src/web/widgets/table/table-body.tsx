import { Fragment, type KeyboardEvent } from 'react';
import { Num } from '../num.tsx';
import type { Section } from './arrange.ts';
import type { Column } from './column.ts';
import css from './data-table.module.css';
import { cellClass } from './table-head.tsx';

interface Props<Row> {
  columns: Column<Row>[];
  sections: Section<Row>[];
  rowKey: (row: Row) => string;
  quiet?: ((row: Row) => boolean) | undefined;
  chosen?: string | null | undefined;
}

/** A cell without its own look: numbers by the rules of numbers, unknown as «нет данных». */
export function CellContent<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.cell) return column.cell(row);
  const value = column.value(row);
  return typeof value === 'string' ? value : <Num value={value} digits={column.digits} />;
}

/** Up and down keep to the column: from a control of one row to the same control of the next. */
function walkRows(event: KeyboardEvent<HTMLTableSectionElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = event.target instanceof HTMLElement ? event.target.closest('td, th') : null;
  if (!step || !from || event.target instanceof HTMLInputElement) return;
  const place = [...(from.parentElement?.children ?? [])].indexOf(from);
  let row = from.parentElement;
  while (row) {
    row = (step === 1 ? row.nextElementSibling : row.previousElementSibling) as HTMLElement | null;
    const next = row?.children[place]?.querySelector<HTMLElement>('a, button');
    if (!next) continue;
    event.preventDefault();
    next.focus();
    return;
  }
}

export function TableBody<Row>({ columns, sections, rowKey, quiet, chosen }: Props<Row>) {
  const named = columns.find((column) => column.names) ?? columns[0];
  return (
    <tbody onKeyDown={walkRows}>
      {sections.map(({ group, rows }) => (
        <Fragment key={group?.id ?? ''}>
          {group && (
            <tr className={css.group}>
              {group.code && <td className="num">{group.code}</td>}
              <th scope="rowgroup" colSpan={columns.length - (group.code ? 1 : 0)}>
                {group.mark} {group.title}
              </th>
            </tr>
          )}
          {rows.map((row) => {
            const key = rowKey(row);
            const isChosen = key === chosen;
            const look = [isChosen ? css.chosen : '', quiet?.(row) ? css.calm : ''].filter(Boolean).join(' ');
            return (
              <tr key={key} className={look || undefined} aria-current={isChosen || undefined}>
                {columns.map((column) =>
                  column === named ? (
                    <th key={column.id} scope="row" className={`${css.name} ${cellClass(column)}`}>
                      <CellContent column={column} row={row} />
                    </th>
                  ) : (
                    <td key={column.id} className={cellClass(column) || undefined} data-label={column.title}>
                      <CellContent column={column} row={row} />
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </Fragment>
      ))}
    </tbody>
  );
}
