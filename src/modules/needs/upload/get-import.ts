import { sql } from 'kysely';
import { translateId } from '../../../platform/i18n/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { NEED_FIELDS } from '../import/needs/normalise/need-words.ts';
import type { Report } from '../import/render-report.ts';
import { VACANCY_FIELDS } from '../import/vacancies/normalise/vacancy-words.ts';
import { kindsOf, visible } from './import-access.ts';
import { type ImportRow, importColumns } from './import-row.ts';
import { readSpellings } from './read-spellings.ts';
import { reportIn, type StoredReport } from './stored-report.ts';

/** Remarks and proposals sent to the screen; the report holds them all. */
const SHOWN = 500;

interface Stored extends ImportRow {
  fault: { key: string; params: Record<string, string | number> } | null;
  mapping: { column: number; title: string; field: string | null }[];
  report: StoredReport | null;
}

const FIELDS = {
  needs: NEED_FIELDS.map((it) => it.id),
  vacancies: VACANCY_FIELDS.map((it) => it.id),
  outcomes: [],
};

function remarksOf(report: Report | null) {
  if (!report) return [];
  const place = ({ row, cell }: { row: number; cell?: string }) => ({ row, cell: cell ?? null });
  const refused = report.refused.flatMap((it) => [
    { ...place(it), what: it.why, level: 'refused' as const },
    ...(it.also ?? []).map((one) => ({
      ...place({ row: it.row, ...one }),
      what: one.what,
      level: 'refused' as const,
    })),
  ]);
  const repaired = report.repaired.flatMap((it) => [
    { ...place(it), what: it.what, level: 'repaired' as const },
    ...(it.also ?? []).map((one) => ({
      ...place({ row: it.row, ...one }),
      what: one.what,
      level: 'repaired' as const,
    })),
  ]);
  return [...refused, ...repaired].slice(0, SHOWN);
}

export const getImport = useCase(contract.getImport, {
  right: 'needs.import.make',
  async run({ input, tx, actor, scope, may, locale }) {
    const { rows } = await sql<Stored>`select ${importColumns}, i.fault, i.mapping, i.report
      from needs.import i left join registry.person_v p on p.id = i.made_by
      where i.id = ${input.id} and ${visible(scope, actor, may)}`.execute(tx);
    const { fault, mapping, report: stored, ...row } = found(rows[0]);
    const report = stored && reportIn(locale, stored);
    return {
      ...row,
      fault: fault && translateId(locale, fault.key, fault.params),
      columns: mapping,
      fields: FIELDS[row.kind],
      remarks: remarksOf(report),
      notes: report?.notes.map((it) => it.text) ?? [],
      proposals: (report?.proposals ?? [])
        .slice(0, SHOWN)
        .map((it) => ({ text: it.text, rows: it.rows.length })),
      moreProposals: Math.max(0, (report?.proposals.length ?? 0) - SHOWN),
      totals: Object.entries(report?.totals ?? {}).map(([column, it]) => ({ column, ...it })),
      ...(await readSpellings(tx, row.id, row.state)),
    };
  },
  can: ({ data, may }) => {
    const mine = kindsOf(may).includes(data.kind);
    return {
      apply: mine && data.state === 'read',
      drop: mine && ['read', 'refused', 'cancelled'].includes(data.state),
    };
  },
});
