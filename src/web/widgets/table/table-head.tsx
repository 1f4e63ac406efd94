import { useTexts } from '../../text.ts';
import { Icon } from '../icon.tsx';
import type { Column } from './column.ts';
import css from './data-table.module.css';
import type { TableState } from './table-state.ts';

interface Props<Row> {
  columns: Column<Row>[];
  state: TableState;
  numeric: (column: Column<Row>) => boolean;
  onSort: (id: string, numeric: boolean) => void;
}

function alignOf(align: Column<unknown>['align']): string | undefined {
  return align && align !== 'start' ? css[align] : undefined;
}

export function cellClass(column: Pick<Column<unknown>, 'align' | 'quiet' | 'card' | 'screenOnly'>): string {
  const card = column.card === 'wide' ? css.wide : column.card === 'none' ? css.off : undefined;
  const paper = column.screenOnly ? 'no-print' : undefined;
  return [alignOf(column.align), column.quiet ? css.quiet : undefined, card, paper].filter(Boolean).join(' ');
}

/** Heads are buttons: the first press sorts, the third gives the usual order back. */
export function TableHead<Row>({ columns, state, numeric, onSort }: Props<Row>) {
  const { t } = useTexts();
  const main = state.sort[0];
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const sorted = main?.id === column.id ? (main.desc ? 'descending' : 'ascending') : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              className={cellClass({ align: column.align, screenOnly: column.screenOnly }) || undefined}
              aria-sort={sorted}
            >
              {column.head && <span className="sr">{column.title}</span>}
              {column.sort === false || column.head ? (
                (column.head ?? column.title)
              ) : (
                <button
                  type="button"
                  className={css.sort}
                  onClick={() => onSort(column.id, numeric(column))}
                  title={t('web:table.sort')}
                >
                  {column.title}
                  {sorted && <Icon name={sorted === 'descending' ? 'down' : 'up'} size={12} />}
                </button>
              )}
              {/* browsers leave buttons out of a head that they repeat on the next sheet */}
              {column.sort !== false && !column.head && (
                <span className={css.printed} aria-hidden="true">
                  {column.title}
                </span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
