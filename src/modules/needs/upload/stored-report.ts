import { type Locale, translateId } from '../../../platform/i18n/index.ts';
import { type Report, renderReport } from '../import/render-report.ts';
import type { ImportResult } from '../import/report.ts';

/** What is kept of a read file: everything but its rows. */
export type StoredReport = Omit<ImportResult<unknown>, 'rows'>;

/** The report in the reader's language. */
export const reportIn = (locale: Locale, report: StoredReport): Report =>
  renderReport({ ...report, rows: [] }, ({ id, params }) => translateId(locale, id, params ?? {}));
