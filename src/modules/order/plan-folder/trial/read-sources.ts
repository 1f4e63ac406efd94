import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSheet, SheetRefusal } from '../../../../platform/sheets/index.ts';
import {
  type Fate,
  type ImportLists,
  loadBytes,
  type Report,
  renderReport,
  type SayText,
  type VacancyRow,
  vacanciesKind,
} from '../../../needs/index.ts';
import { importOutcomes, looksLikeForm, type OutcomeRow } from '../../../programmes/index.ts';

/** What became of the rows of one file: rows = imported + repaired + refused. */
export interface SourceAccount {
  file: string;
  kind: 'outcomes' | 'vacancies';
  rows: number;
  imported: number;
  repaired: number;
  refused: number;
}

export interface Sources {
  outcomes: OutcomeRow[];
  vacancies: { file: string; row: VacancyRow }[];
  accounts: SourceAccount[];
  /** The whole report of each file: every refused and repaired row with its reason. */
  reports: { file: string; report: Report }[];
  /** Files that are neither; named, not read further. */
  unused: string[];
}

/** Files below a folder, sorted; deeper than this a folder of data does not go. */
const DEPTH = 3;

function filesBelow(dir: string, depth = DEPTH, at = ''): string[] {
  return readdirSync(join(dir, at), { withFileTypes: true })
    .flatMap((it) => {
      const path = at === '' ? it.name : `${at}/${it.name}`;
      if (it.isDirectory()) return depth > 1 ? filesBelow(dir, depth - 1, path) : [];
      return /\.(xlsx|ods|csv|json)$/i.test(it.name) ? [path] : [];
    })
    .sort();
}

const account = (file: string, kind: SourceAccount['kind'], fates: Fate[]): SourceAccount => {
  const count = (status: Fate['status']) => fates.filter((it) => it.status === status).length;
  const counts = { imported: count('imported'), repaired: count('repaired'), refused: count('refused') };
  return { file, kind, rows: fates.length, ...counts };
};

/** A vacancy file has to look like one beyond doubt: any table with a title and a date is not yet a list of vacancies. */
const SURE = 0.8;

/** Finds and reads the monitoring form and the vacancy files of a folder with the importers of the portal. */
export async function readSources(dir: string, lists: ImportLists, say: SayText): Promise<Sources> {
  const found: Sources = { outcomes: [], vacancies: [], accounts: [], reports: [], unused: [] };
  for (const file of filesBelow(dir)) {
    try {
      const book = await readSheet(await loadBytes(join(dir, file)), { name: file });
      if (looksLikeForm(book)) {
        const result = importOutcomes(book);
        found.outcomes.push(...result.rows);
        found.accounts.push(account(file, 'outcomes', result.fates));
        found.reports.push({ file, report: renderReport(result, say) });
      } else if (vacanciesKind.fits(book) >= SURE) {
        const result = await vacanciesKind.run(book, lists, { bytes: new Uint8Array(), name: file });
        found.vacancies.push(...(result.rows as VacancyRow[]).map((row) => ({ file, row })));
        found.accounts.push(account(file, 'vacancies', result.fates));
        found.reports.push({ file, report: renderReport(result, say) });
      } else found.unused.push(file);
    } catch (error) {
      if (!(error instanceof SheetRefusal)) throw error;
      found.unused.push(file);
    }
  }
  return found;
}
