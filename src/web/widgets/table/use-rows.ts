import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { compareValues, passes } from './arrange.ts';
import type { Column } from './column.ts';
import type { TableState } from './table-state.ts';

const features = tableFeatures({
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnVisibilityFeature,
});

type Any = Record<string, unknown>;

export function isVisible<Row>(column: Column<Row>, state: TableState): boolean {
  return column.optional ? state.shown.includes(column.id) : !state.hidden.includes(column.id);
}

/** Columns and rows as they are to be shown: filtered, sorted, hidden columns left out. */
export function useRows<Row extends object>(
  columns: Column<Row>[],
  rows: Row[],
  state: TableState,
  onServer: boolean,
): { columns: Column<Row>[]; rows: Row[] } {
  const defs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        // what is unknown stands last in both directions: the table does that for `undefined`
        accessorFn: (row: Any) => column.value(row as Row) ?? undefined,
        sortUndefined: 'last' as const,
        sortFn: (a: { original: Any }, b: { original: Any }) =>
          compareValues(column.value(a.original as Row), column.value(b.original as Row)),
        filterFn: (row: { original: Any }, _id: string, wanted: unknown) =>
          passes(column.filter ?? 'text', column.value(row.original as Row), String(wanted)),
      })),
    [columns],
  );
  const known = useMemo(() => new Set(columns.map((column) => column.id)), [columns]);
  const table = useTable({
    features,
    columns: defs,
    data: rows as Any[],
    manualSorting: onServer,
    manualFiltering: onServer,
    state: {
      sorting: state.sort.filter(({ id }) => known.has(id)),
      columnFilters: Object.entries(state.filters)
        .filter(([id]) => known.has(id))
        .map(([id, value]) => ({ id, value })),
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, isVisible(column, state)])),
    },
  });
  const visible = new Set(table.getVisibleLeafColumns().map((column) => column.id));
  return {
    columns: columns.filter((column) => visible.has(column.id)),
    rows: table.getRowModel().rows.map((row) => row.original as Row),
  };
}
