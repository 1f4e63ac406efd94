export { type Report, renderReport, type SayText } from './import/render-report.ts';
export {
  type Fate,
  type ImportResult,
  type Note,
  type Proposal,
  RowLedger,
  type Total,
  totalsOf,
} from './import/report.ts';
