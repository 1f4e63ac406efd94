import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { shownColumns, shownFrom } from '../candidates/shown-columns.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';
import { openingWords } from './opening-words.ts';

type Out = DataOf<typeof contract.listFitting>;

/** «Кого пригласить»: the computed list read through X-05; of the others only how many. */
export const listFitting = useCase(contract.listFitting, {
  right: 'hiring.candidate.read',
  async run({ input, tx, actor }) {
    const { opening } = input;
    const own = await sql`select 1 from ${openingWords} where w.opening = ${opening}
      and w.organisation_id = ${actor.organisationId}`.execute(tx);
    found(own.rows[0]);
    const { rows } = await sql<
      Out['rows'][number]
    >`select ${shownColumns(actor)}, m.share / 10000 as percent, m.reasons
      from ${shownFrom(actor)} join hiring.match m on m.person_id = shown.person_id and m.whom = 'opening'
      where m.opening = ${opening} order by m.position`.execute(tx);
    const all = await sql<{ n: number }>`select count(*)::int as n from hiring.match
      where opening = ${opening} and whom = 'opening'`.execute(tx);
    return { rows, hidden: Math.max(0, (all.rows[0]?.n ?? 0) - rows.length) };
  },
  reads: ({ input }) => ({ kind: 'hiring.opening', id: input.opening }),
});
