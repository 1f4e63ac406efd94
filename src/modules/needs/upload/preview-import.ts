import { sql } from 'kysely';
import { z } from 'zod';
import { translateId } from '../../../platform/i18n/index.ts';
import { readSheet, SheetRefusal } from '../../../platform/sheets/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract, type UploadRow } from '../contract.ts';
import { findNeedColumns } from '../import/needs/find-columns.ts';
import { importNeeds } from '../import/needs/import-needs.ts';
import { renderReport } from '../import/render-report.ts';
import { organisationInScope, statedYears } from '../own-organisation.ts';
import { storedLists } from './stored-lists.ts';

const SHOWN = 500;
const chosen = z.record(z.string().regex(/^\d+$/), z.string().nullable());

function chosenColumns(choose: string | undefined): Map<number, string | null> {
  if (!choose) return new Map();
  return new Map(Object.entries(chosen.parse(JSON.parse(choose))).map(([at, field]) => [Number(at), field]));
}

async function readBook(file: File) {
  try {
    return await readSheet(new Uint8Array(await file.arrayBuffer()), {
      name: file.name,
      limits: { timeoutMs: 20_000 },
    });
  } catch (error) {
    if (error instanceof SheetRefusal) throw refuse(error.key, error.params);
    throw error;
  }
}

/** Reads and judges a table of needs. Nothing is stored: the right rows come back and are sent again to be applied. */
export const previewImport = useCase(contract.previewImport, {
  right: 'needs.line.edit',
  async run({ input, tx, actor, scope, today, locale }) {
    const own =
      scope === 'organisation'
        ? await organisationInScope(tx, { actor, scope, named: input.organisationId })
        : null;
    const { from, to } = await statedYears(tx, today);
    const lists = await storedLists(tx, { own, horizon: { from, to }, asOf: today });
    const book = await readBook(input.file);
    const choose = chosenColumns(input.choose);
    const sheet = book.sheets.find((it) => !it.hidden && it.rows.length > 1) ?? book.sheets[0];
    if (!sheet) throw refuse('sheets:refused.noTable');
    const result = importNeeds(book, lists, { own: own && (lists.enterprises?.[0] ?? null), choose });
    const report = renderReport(result, ({ id, params }) => translateId(locale, id, params ?? {}));
    const rows = result.rows.map(
      (it): UploadRow => ({
        row: it.row,
        organisationId: it.enterprise ?? '',
        municipalityId: it.municipality ?? '',
        occupation: it.occupation,
        year: it.year,
        kind: it.kind,
        count: it.count,
        confidence: it.confidence,
        reason: it.reason,
        spoCode: it.spoCode,
      }),
    );
    const remarks = [
      ...report.refused.map(({ row, cell, why }) => ({
        row,
        cell: cell ?? null,
        what: why,
        level: 'refused' as const,
      })),
      ...report.repaired.map(({ row, cell, what }) => ({
        row,
        cell: cell ?? null,
        what,
        level: 'repaired' as const,
      })),
    ];
    const { rows: stored } = await sql<{
      key: string;
      count: number;
    }>`select concat_ws('/', organisation_id, municipality_id,
        occupation, year, kind) as key, count from needs.line where state <> 'withdrawn' and project_id is null
        and organisation_id = any(${[...new Set(rows.map((it) => it.organisationId))]}::uuid[])`.execute(tx);
    const known = new Map(stored.map((it) => [it.key, it.count]));
    const effect = { added: 0, changed: 0, same: 0 };
    for (const it of rows) {
      const count = known.get(
        [it.organisationId, it.municipalityId, it.occupation, it.year, it.kind].join('/'),
      );
      effect[count === undefined ? 'added' : count === it.count ? 'same' : 'changed'] += 1;
    }
    return {
      columns: findNeedColumns(sheet, choose).mapping.columns.map(({ column, title, field }) => ({
        column,
        title,
        field,
      })),
      counts: {
        rows: report.rows,
        imported: report.imported,
        repaired: report.repaired.length,
        refused: report.refused.length,
      },
      people: rows.reduce((sum, it) => sum + it.count, 0),
      remarks: remarks.slice(0, SHOWN),
      proposals: report.proposals.map((it) => it.text),
      rows,
      effect,
    };
  },
});
