import { sql } from 'kysely';
import { notFound, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { FIRST_HEAD } from './merkle.ts';

interface Seal {
  number: number;
  at: string;
  entries: number;
  root: string;
  head: string;
}

/** Open to everyone: whoever notes a head can later prove that the history before it was not rewritten. */
export const head = useCase(contract.head, {
  right: 'history.head.read',
  async run({ input, tx }) {
    const wanted = input.number ? sql`where number = ${input.number}` : sql``;
    const { rows } =
      await sql<Seal>`select number, at, entries, root, head from platform.history_seal ${wanted}
      order by number desc limit 1`.execute(tx);
    if (rows[0]) return rows[0];
    if (input.number) throw notFound();
    return { number: 0, at: null, entries: 0, root: null, head: FIRST_HEAD };
  },
});
