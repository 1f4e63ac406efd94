import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

/** Points of one examinee by criterion, as typed from the paper. */
export interface PaperLine {
  examineeId: string;
  criteria: { code: string; points: number }[];
}
export interface Difference {
  examineeId: string;
  code: string;
  first: number | null;
  second: number | null;
}
interface Entry {
  typedBy: string;
  content: PaperLine[];
}

/** The last typing of each of the two who typed last, newest first. */
export async function lastTypings(tx: Tx, sessionId: string): Promise<Entry[]> {
  const { rows } =
    await sql<Entry>`select "typedBy", content from (select distinct on (typed_by) typed_by as "typedBy", content, typed_at, id
      from exams.paper_entry where session_id = ${sessionId} order by typed_by, typed_at desc, id desc) last
    order by typed_at desc, id desc limit 2`.execute(tx);
  return rows;
}

/** Every place at which two typings do not say the same. */
export function differencesOf(first: readonly PaperLine[], second: readonly PaperLine[]): Difference[] {
  const cells = (lines: readonly PaperLine[]) =>
    new Map(
      lines.flatMap(({ examineeId, criteria }) =>
        criteria.map(({ code, points }) => [`${examineeId} ${code}`, points]),
      ),
    );
  const [a, b] = [cells(first), cells(second)];
  return [...new Set([...a.keys(), ...b.keys()])].sort().flatMap((key) => {
    if (a.get(key) === b.get(key)) return [];
    const [examineeId = '', code = ''] = key.split(' ');
    return [{ examineeId, code, first: a.get(key) ?? null, second: b.get(key) ?? null }];
  });
}

/** Whether two persons have typed it, and how often they differ. */
export async function comparePaper(tx: Tx, sessionId: string) {
  const entries = await lastTypings(tx, sessionId);
  const [first, second] = entries;
  return {
    typed: entries.length,
    samePerson: false,
    differences: first && second ? differencesOf(first.content, second.content).length : 0,
    /** Whose points the last typing gives: who was noted as present afterwards is not among them. */
    people: (first?.content ?? []).map(({ examineeId }) => examineeId),
  };
}
