import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../text.ts';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { exportable, firstRows, intoGroups, problemsFirst } from './arrange.ts';
import type { Column, Exported, Group } from './column.ts';
import css from './data-table.module.css';
import { TableBody } from './table-body.tsx';
import { TableColumns } from './table-columns.tsx';
import { TableFilters } from './table-filters.tsx';
import { TableFoot } from './table-foot.tsx';
import { TableHead } from './table-head.tsx';
import { nextSort, type TableState } from './table-state.ts';
import { useRows } from './use-rows.ts';
import { useTableAddress } from './use-table-address.ts';

interface Props<Row extends object> {
  /** Names the table in the address and among saved views; a page with one table may leave `prefix` off. */
  id: string;
  prefix?: string;
  title: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** What will be here while there is nothing, and the button that makes it appear. */
  empty: ReactNode;
  emptyAction?: ReactNode;
  group?: (row: Row) => Group;
  /** How much a row waits for a person; greater goes up. */
  problem?: (row: Row) => number;
  /** Rows in order turn grey. */
  quiet?: (row: Row) => boolean;
  chosen?: string | null;
  look?: 'dense' | 'normal' | 'roomy';
  loading?: boolean;
  /** What went wrong, in words, with a way to try again. */
  error?: { text: string; again: () => void };
  /** The server sorts and filters; `total` rows there are, `more` brings the next. */
  server?: { total: number; more?: () => void };
  onExport?: (what: Exported<Row>) => void | Promise<void>;
  tools?: ReactNode;
  note?: ReactNode;
}

const STEP = 200;
const TALL = 24;

function isNumeric<Row>(column: Column<Row>, rows: Row[]): boolean {
  return rows.slice(0, 20).some((row) => typeof column.value(row) === 'number');
}

function Nothing<Row extends object>({
  props,
  filtered,
  onClear,
}: {
  props: Props<Row>;
  filtered: boolean;
  onClear: () => void;
}) {
  const { t } = useTexts();
  if (props.error)
    return (
      <EmptyState text={props.error.text}>
        <Button onClick={props.error.again}>{t('web:error.again')}</Button>
      </EmptyState>
    );
  if (props.loading) return <p className={css.waiting}>{t('web:table.loading')}</p>;
  if (filtered)
    return (
      <EmptyState text={t('web:table.nothingFound')}>
        <Button onClick={onClear}>{t('web:table.noFilters')}</Button>
      </EmptyState>
    );
  return <EmptyState text={props.empty}>{props.emptyAction}</EmptyState>;
}

/** Bare numbers stand at the end, one under another; what has a look of its own says itself where it stands. */
const withAlign = <Row,>(column: Column<Row>, rows: Row[]): Column<Row> =>
  column.align || column.cell || column.head || column.names || !isNumeric(column, rows)
    ? column
    : { ...column, align: 'number' };

/** The table is the product: everything one can see here can be sorted, filtered, linked to, printed, exported. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { t } = useTexts();
  const {
    id,
    prefix,
    title,
    columns,
    rows,
    rowKey,
    group,
    problem,
    look = 'normal',
    server,
    onExport,
  } = props;
  const [state, setState] = useTableAddress(prefix);
  const [limit, setLimit] = useState(STEP);
  const headingId = useId();
  const arranged = useRows(columns, rows, state, server !== undefined);
  const shown = arranged.columns.map((column) => withAlign(column, rows));
  const ordered = state.sort.length === 0 ? problemsFirst(arranged.rows, problem) : arranged.rows;
  const sections = intoGroups(ordered, group);
  const inOrder = sections.flatMap((section) => section.rows);
  const drawn = firstRows(sections, limit);
  const exported = (format: Exported<Row>['format']) =>
    void onExport?.({ format, columns: exportable(arranged.columns), rows: inOrder });
  const change = (next: TableState) => {
    setLimit(STEP);
    setState(next);
  };
  const filtered = Object.keys(state.filters).length > 0;
  return (
    <section aria-labelledby={headingId} className={css.section}>
      <div className={css.bar}>
        <h2 id={headingId}>{title}</h2>
        {props.note && <p className="dim small">{props.note}</p>}
        <div className={`no-print ${css.left}`}>
          <TableFilters columns={columns} rows={rows} state={state} onChange={change} />
        </div>
        <div className={`no-print ${css.right}`}>
          {props.tools}
          <TableColumns
            table={id}
            columns={columns}
            state={state}
            onChange={change}
            onCsv={onExport && (() => exported('csv'))}
          />
          {onExport && (
            <Button size="s" icon="download" onClick={() => exported('xlsx')}>
              XLSX
            </Button>
          )}
        </div>
      </div>
      <section
        className={`panel ${css.wrap} ${inOrder.length > TALL ? css.tall : ''}`}
        aria-label={t('web:table.region', { title })}
        aria-busy={props.loading || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be scrollable by keyboard
        tabIndex={0}
      >
        {props.loading && <div className={css.loading} />}
        {inOrder.length === 0 ? (
          <Nothing props={props} filtered={filtered} onClear={() => change({ ...state, filters: {} })} />
        ) : (
          <table className={`${css.table} ${css[look]}`}>
            <caption className="sr">{title}</caption>
            <colgroup>
              {arranged.columns.map((column) => (
                <col key={column.id} width={column.width} />
              ))}
            </colgroup>
            <TableHead
              columns={shown}
              state={state}
              numeric={(column) => isNumeric(column, rows)}
              onSort={(column, numeric) => change(nextSort(state, column, numeric))}
            />
            <TableBody
              columns={shown}
              sections={drawn}
              rowKey={rowKey}
              quiet={props.quiet}
              chosen={props.chosen}
            />
            <TableFoot columns={shown} rows={inOrder} of={server?.total ?? rows.length} />
          </table>
        )}
      </section>
      {inOrder.length > limit && (
        <Button kind="quiet" onClick={() => setLimit(limit + STEP)}>
          {t('web:table.more', { count: Math.min(STEP, inOrder.length - limit) })}
        </Button>
      )}
      {inOrder.length <= limit && server?.more && server.total > rows.length && (
        <Button kind="quiet" onClick={server.more}>
          {t('web:table.moreServer')}
        </Button>
      )}
    </section>
  );
}
