import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { journalsOf } from './journals.ts';
import type { REGISTERED } from './paper-contract.ts';
import { planFor } from './plan-for.ts';
import { readSet } from './read-set.ts';

interface Registered {
  id: string;
  kind: (typeof REGISTERED)[number];
  number: string;
  on: string;
  host: string | null;
  students: number;
  hash: string;
}

export const getPaperSet = useCase(contract.getPaperSet, {
  right: 'practice.paper.make',
  async run({ input, tx, actor, scope, today }) {
    const { plan, forHost } = await planFor(tx, { planId: input.planId, actor, scope });
    const hostId = forHost ? actor.organisationId : (input.hostId ?? null);
    const hosts = await sql<{ id: string; name: string; students: number }>`select h.id, h.short_name as name,
        count(*)::int as students from practice.placement p join registry.organisation_v h on h.id = p.host_id
      where p.plan_id = ${plan.id} and p.state not in ('requested', 'failed') and (${forHost} = false or h.id = ${actor.organisationId})
      group by h.id, h.short_name order by h.short_name`.execute(tx);
    const papers =
      await sql<Registered>`select x.id, x.kind, x.number, x.on_day as "on", h.short_name as host, x.hash,
        jsonb_array_length(x.content -> 'students') as students
      from practice.paper x left join registry.organisation_v h on h.id = x.host_id
      where x.plan_id = ${plan.id} and (${forHost} = false or x.organisation_id = ${actor.organisationId})
      order by x.made_at desc`.execute(tx);
    return {
      set: await readSet(tx, { plan, hostId, today, forHost }),
      hosts: hosts.rows,
      registered: papers.rows,
      journals: await journalsOf(
        tx,
        (forHost ? actor.organisationId : plan.organisationId) ?? plan.organisationId,
      ),
    };
  },
  can: ({ may }) => ({ register: may('practice.paper.make') }),
  reads: ({ input }) => ({ kind: 'practice.plan', id: input.planId }),
});
