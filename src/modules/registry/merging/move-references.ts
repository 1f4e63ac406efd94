import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export type MergeKind = 'organisation' | 'person';

export interface Moved {
  moved: { table: string; column: string; keys: object[] }[];
  /** Rows that would stand at the kept record twice; they stay where they are. */
  stayed: { table: string; column: string; rows: number }[];
}

/** All that points at the duplicate, in whichever room, points at the kept record from now on. */
export async function moveReferences(
  tx: Tx,
  kind: MergeKind,
  duplicateId: string,
  keepId: string,
): Promise<Moved> {
  const { rows } = await sql<Moved>`select moved, stayed
    from registry.move_references(${`registry.${kind}`}::regclass, ${duplicateId}::uuid, ${keepId}::uuid)`.execute(
    tx,
  );
  return rows[0] ?? { moved: [], stayed: [] };
}

/** Puts back what a merge moved, as far as it still points at the kept record; gives the number of rows. */
export async function moveBack(
  tx: Tx,
  moved: Moved['moved'],
  keepId: string,
  duplicateId: string,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select registry.move_back(${JSON.stringify(moved)}::jsonb,
    ${keepId}::uuid, ${duplicateId}::uuid) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0);

/** How many rows a merge moved and how many it had to leave. */
export const countMoved = ({ moved, stayed }: Moved) => ({
  moved: sum(moved.map(({ keys }) => keys.length)),
  stayed: sum(stayed.map(({ rows }) => rows)),
});
