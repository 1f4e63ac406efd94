import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type Scope, within } from '../../../platform/rights/index.ts';
import { type Actor, found } from '../../../platform/use-case/index.ts';
import type { RoundState } from '../states.ts';
import type { Cap, POLICIES, PriorityClass, Quota, RULES } from './schemas.ts';

/** Rounds `r` this actor leads: the centre all of them, a college its own. */
export const roundsWithin = (scope: Scope, actor: Actor) =>
  within(scope, actor, { organisation: 'r.organisation_id' });

/** Rounds `r` this actor may look at: a college its own and the region's, to which it sends groups. */
export const roundsSeen = (scope: Scope, actor: Actor) =>
  sql<boolean>`(${roundsWithin(scope, actor)} or (${scope === 'organisation'}::boolean and r.organisation_id is null))`;

export const roundColumns = sql`r.id, r.title, r.organisation_id as "organisationId", r.school_year as "schoolYear", r.rule,
  r.policy, r.state, r.opens_at as "opensAt", r.freezes_at as "freezesAt", r.rev,
  (select count(*)::int from practice.round_plan p where p.round_id = r.id) as groups,
  (select count(*)::int from practice.round_plan p join practice.plan n on n.id = p.plan_id
    join programmes.student_v s on s.group_id = n.group_id and s.status = 'studying' where p.round_id = r.id) as students,
  (select count(*)::int from practice.round_entry e where e.round_id = r.id and e.withdrawn_at is null) as ranked,
  (select count(*)::int from practice.round_offer o where o.round_id = r.id and o.left_on is null) as places,
  (select coalesce(sum(o.seats), 0)::int from practice.round_offer o where o.round_id = r.id and o.left_on is null) as seats,
  (select (d.statistics ->> 'placed')::int + coalesce(jsonb_array_length(d.leftovers -> 'assigned'), 0) from practice.round_draw d where d.round_id = r.id and d.run = r.last_run) as placed`;

export interface Round {
  id: string;
  title: string;
  organisationId: string | null;
  rule: (typeof RULES)[number];
  policy: (typeof POLICIES)[number];
  state: RoundState;
  classes: PriorityClass[];
  quotas: Quota[];
  caps: Cap[];
  leftovers: boolean;
  answerBy: string | null;
  isDemo: boolean;
  opensAt: string;
  freezesAt: string;
  seed: string;
  commitment: string;
  beacon: string | null;
  run: number;
  jobId: string | null;
}

/** One round with its row locked for a change. The seed in it is a secret until the draw. */
export async function lockRound(
  tx: Tx,
  id: string,
  { scope, actor }: { scope: Scope; actor: Actor },
): Promise<Round> {
  const { rows } =
    await sql<Round>`select r.id, r.title, r.organisation_id as "organisationId", r.rule, r.policy, r.state,
      r.classes, r.quotas, r.caps, r.leftovers, r.answer_by as "answerBy", r.is_demo as "isDemo", r.opens_at as "opensAt", r.freezes_at as "freezesAt", r.seed, r.seed_commitment as commitment, r.beacon,
      r.last_run as run, r.job_id as "jobId"
    from practice.round r where r.id = ${id} and ${roundsWithin(scope, actor)} for update`.execute(tx);
  return found(rows[0]);
}
