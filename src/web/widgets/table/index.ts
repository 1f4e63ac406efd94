export type { CellValue, Column, Exported, Group } from './column.ts';
export { DataTable } from './data-table.tsx';
export type { TableState } from './table-state.ts';
export { useTableAddress } from './use-table-address.ts';
