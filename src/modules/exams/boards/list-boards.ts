import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import type { boardRow } from '../centres/centre-contract.ts';
import { contract } from '../contract.ts';

export const listBoards = useCase(contract.listBoards, {
  right: 'exams.board.read',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<
      z.output<typeof boardRow>
    >`select b.id, b.organisation_id as "organisationId", o.short_name as organisation, b.kind,
        exists (select 1 from exams.board_member h join registry.tie_v t on t.person_id = h.person_id and t.kind = 'works_for'
          and t.to_organisation_id = b.organisation_id and t.valid && daterange(make_date(b.year, 1, 1), make_date(b.year, 12, 31), '[]')
          where h.board_id = b.id and h.post = 'chair') as "chairWorksHere",
        b.year, b.number, b.approved_on as "approvedOn", b.rev,
        coalesce((select jsonb_agg(jsonb_build_object('personId', m.person_id, 'name', p.short_name, 'post', m.post)
            order by array_position(array['chair', 'deputy', 'secretary', 'member'], m.post), p.sort_key)
          from exams.board_member m join registry.person_v p on p.id = m.person_id where m.board_id = b.id), '[]'::jsonb) as members
      from exams.board b join registry.organisation_v o on o.id = b.organisation_id
      where ${within(scope, actor, { organisation: 'b.organisation_id' })} and (${input.year ?? null}::int is null or b.year = ${input.year ?? null})
      order by b.year desc, o.sort_key, b.kind`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may, actor }) => ({
    edit: may('exams.board.edit'),
    /** Acts for any college, and so says which. */
    anyCollege: actor.rights['exams.board.edit'] === 'all',
  }),
});
