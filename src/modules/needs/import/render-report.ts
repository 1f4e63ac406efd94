import type { Message } from '../../../platform/sheets/index.ts';
import type { Fate, ImportResult, Total } from './report.ts';

/** Gives the sentence of a message; the caller knows the language. */
export type SayText = (message: Message) => string;

interface Remark {
  cell?: string;
  what: string;
}

/** The form of `report.json`: every row of the file is counted once, rows = imported + repaired + refused. */
export interface Report {
  kind: string;
  rows: number;
  imported: number;
  repaired: { row: number; cell?: string; what: string; also?: Remark[] }[];
  refused: { row: number; cell?: string; why: string; also?: Remark[] }[];
  totals: Record<string, Total>;
  proposals: { kind: string; text: string; rows: number[]; facts: Record<string, unknown> }[];
  notes: { text: string; rows: number }[];
}

function remarksOf(list: { cell: string | null; text: Message }[], say: SayText): [Remark, ...Remark[]] {
  const all = list.map(({ cell, text }) => ({ ...(cell === null ? {} : { cell }), what: say(text) }));
  return all as [Remark, ...Remark[]];
}

function also(rest: Remark[]): { also?: Remark[] } {
  return rest.length > 0 ? { also: rest } : {};
}

function ofStatus<S extends Fate['status']>(fates: Fate[], status: S): Extract<Fate, { status: S }>[] {
  return fates.filter((it): it is Extract<Fate, { status: S }> => it.status === status);
}

/** Turns the structured result of an import into the report that people and programs read. */
export function renderReport(result: ImportResult<unknown>, say: SayText): Report {
  const repaired = ofStatus(result.fates, 'repaired').map(({ row, repairs }) => {
    const [first, ...rest] = remarksOf(
      repairs.map((it) => ({ cell: it.cell, text: it.what })),
      say,
    );
    return { row, ...first, ...also(rest) };
  });
  const refused = ofStatus(result.fates, 'refused').map(({ row, reasons }) => {
    const [{ what, ...place }, ...rest] = remarksOf(
      reasons.map((it) => ({ cell: it.cell, text: it.why })),
      say,
    );
    return { row, ...place, why: what, ...also(rest) };
  });
  return {
    kind: result.kind,
    rows: result.fates.length,
    imported: ofStatus(result.fates, 'imported').length,
    repaired,
    refused,
    totals: result.totals,
    proposals: result.proposals.map((it) => ({ ...it, text: say(it.text) })),
    notes: result.notes.map((it) => ({ text: say(it.text), rows: it.rows })),
  };
}
