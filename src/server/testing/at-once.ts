import { sql } from 'kysely';
import { inTransaction, type Tx } from '../../platform/database/index.ts';

/** Runs `work` n times at the same moment; gives what came of each. */
export const atOnce = <T>(n: number, work: (i: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: n }, (_, i) => work(i)));

/** A gate that opens when n have come: what all do behind it, they do without seeing each other's writes. */
function gateFor(n: number): () => Promise<void> {
  let came = 0;
  let open = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    if (++came === n) open();
    return all;
  };
}

/**
 * The twin of a race test: look, wait until all have looked, then write, with no guard at all, in a scratch table.
 * It must oversell; a race test whose twin does not is no test.
 */
export async function unguarded<T>(
  db: Tx,
  n: number,
  {
    look,
    write,
    kept,
  }: { look(tx: Tx): Promise<T>; write(tx: Tx, seen: T): Promise<unknown>; kept?: string },
): Promise<PromiseSettledResult<unknown>[]> {
  await sql`drop table if exists public.scratch`.execute(db);
  await sql`create table public.scratch (key text not null, n int not null default 1)`.execute(db);
  if (kept) await sql`insert into public.scratch values (${kept}, 1)`.execute(db);
  const gate = gateFor(n);
  return atOnce(n, () =>
    inTransaction(db, async (tx) => {
      const seen = await look(tx);
      await gate();
      return write(tx, seen);
    }),
  );
}

/** What the unguarded writers left, then the scratch table is thrown away. */
export async function leftInScratch(db: Tx): Promise<{ key: string; n: number }[]> {
  const { rows } = await sql<{
    key: string;
    n: number;
  }>`select key, n from public.scratch order by key, n`.execute(db);
  await sql`drop table public.scratch`.execute(db);
  return rows;
}
