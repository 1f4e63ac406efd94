import { sql } from 'kysely';
import type { z } from 'zod';
import type { Closure } from '../../../engines/placement/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { allowedEvents } from '../../../platform/states/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { roundStates } from '../states.ts';
import { roundFigures } from './round-figures.ts';
import { roundColumns, roundsSeen, roundsWithin } from './round-row.ts';
import type { roundCard, roundRow } from './schemas.ts';

export const listRounds = useCase(contract.listRounds, {
  right: 'practice.round.read',
  async run({ tx, actor, scope }) {
    const { rows } = await sql<z.input<typeof roundRow>>`select ${roundColumns} from practice.round r
      where ${roundsSeen(scope, actor)} order by r.opens_at desc, r.id`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ open: may('practice.round.lead'), join: may('practice.plan.edit') }),
});

type Card = z.input<typeof roundCard>;
type Bare = Omit<
  Card,
  'plans' | 'offers' | 'closures' | 'bySpeciality' | 'byDistrict' | 'byCollege' | 'runs' | 'caps'
> & { caps: { hostId: string; seats: number }[]; leads: boolean };

/** A round on one page. The seed is told when the draw is stored, not before. */
export const getRound = useCase(contract.getRound, {
  right: 'practice.round.read',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<Bare>`select ${roundColumns}, r.classes, r.quotas, r.caps, r.leftovers,
        r.rule_version as "ruleVersion", r.answer_by as "answerBy", r.frozen_at as "frozenAt", r.published_at as "publishedAt",
        r.faults, r.seed_commitment as commitment, r.input_hash as "inputHash", nullif(r.beacon, '') as beacon,
        r.job_id as "jobId", r.last_run as run, ${roundsWithin(scope, actor)} as leads,
        case when r.state in ('drawn', 'publishing', 'published', 'repaired', 'closed') then r.seed end as seed,
        (select count(*)::int from practice.round_pin n where n.round_id = r.id) as pins,
        (select count(*)::int from practice.round_entry e where e.round_id = r.id and e.withdrawn_at is not null) as withdrawn,
        (select count(*)::int from practice.round_entry e where e.round_id = r.id and e.confirmed_at is not null
          and e.withdrawn_at is null) as confirmed,
        (select coalesce(jsonb_array_length(d.leftovers -> 'assigned'), 0) from practice.round_draw d
          where d.round_id = r.id and d.run = r.last_run and d.statistics is not null) as administrative,
        (select d.statistics from practice.round_draw d where d.round_id = r.id and d.run = r.last_run) as statistics
      from practice.round r where r.id = ${input.id} and ${roundsSeen(scope, actor)}`.execute(tx);
    const { leads, ...round } = found(rows[0]);
    const { id, run } = round;
    const only = leads ? null : actor.organisationId;
    return {
      ...round,
      faults: leads ? round.faults : [],
      plans: await readPlans(tx, id, run, only),
      offers: await readOffers(tx, id, run),
      caps: await nameHosts(tx, round.caps),
      closures: await readClosures(tx, id, run),
      runs: await readRuns(tx, id),
      ...(await roundFigures(tx, { id, run, only })),
    };
  },
  can: ({ data, may, actor }) => {
    const own = data.organisationId === actor.organisationId || actor.rights['practice.round.lead'] === 'all';
    const lead = may('practice.round.lead') && own;
    const events = lead ? allowedEvents(roundStates, data.state, actor.rights) : [];
    return {
      ...Object.fromEntries(roundStates.transitions.map(({ event }) => [event, events.includes(event)])),
      lead,
      join: may('practice.plan.edit') && (data.state === 'open' || data.state === 'ranking'),
      watch: may('practice.placement.read'),
    };
  },
});

async function readPlans(tx: Tx, id: string, run: number, only: string | null): Promise<Card['plans']> {
  const { rows } = await sql<
    Card['plans'][number]
  >`with entered as materialized (select e.plan_id, (count(*) filter (where e.withdrawn_at is null))::int as ranked,
        case when count(w.student_id) > 0 then count(w.offer_id)::int end as placed
      from practice.round_entry e left join practice.round_result w on w.round_id = e.round_id
        and w.student_id = e.student_id and w.run = ${run} where e.round_id = ${id} group by e.plan_id)
    select p.id, g.code as "group", o.short_name as college, p.title,
      (select count(*)::int from programmes.student_v s where s.group_id = p.group_id and s.status = 'studying') as students,
      coalesce(e.ranked, 0) as ranked, e.placed
    from practice.round_plan x join practice.plan p on p.id = x.plan_id
    join programmes.study_group_v g on g.id = p.group_id join registry.organisation_v o on o.id = p.organisation_id
    left join entered e on e.plan_id = p.id
    where x.round_id = ${id} and (${only}::uuid is null or p.organisation_id = ${only}::uuid)
    order by o.short_name, g.code, p.id`.execute(tx);
  return rows;
}

async function readOffers(tx: Tx, id: string, run: number): Promise<Card['offers']> {
  const { rows } = await sql<
    Card['offers'][number]
  >`select f.id, f.title, h.id as "hostId", h.short_name as host,
      m.short_name as municipality, o.seats, f.min_group as "minGroup", o.closed, o.left_on as "leftOn", o.left_why as "leftWhy",
      coalesce(k.first, 0) as "firstChoices", coalesce(k.asked, 0) as asked,
      case when o.cutoff is not null then (o.cutoff ->> 'placed')::int + coalesce(w.n, 0) end as placed,
      coalesce(w.n, 0) as administrative, (o.cutoff ->> 'position')::int as cutoff, (o.cutoff ->> 'tier')::int as tier,
      o.cutoff ? 'ticket' as "byLot"
    from practice.round_offer o join practice.offer f on f.id = o.offer_id
    join registry.organisation_v h on h.id = f.organisation_id
    left join registry.municipality_v m on m.id = coalesce(f.municipality_id, h.municipality_id)
    left join (select offer_id, count(*)::int as asked, (count(*) filter (where place = 1))::int as first
      from practice.ranking where round_id = ${id} group by offer_id) k on k.offer_id = o.offer_id
    left join (select offer_id, count(*)::int as n from practice.round_result
      where round_id = ${id} and run = ${run} and administrative group by offer_id) w on w.offer_id = o.offer_id
    where o.round_id = ${id} order by h.short_name, f.title, f.id`.execute(tx);
  return rows;
}

async function nameHosts(tx: Tx, caps: readonly { hostId: string; seats: number }[]): Promise<Card['caps']> {
  if (caps.length === 0) return [];
  const { rows } = await sql<Card['caps'][number]>`select x."hostId", x.seats, h.short_name as host
    from jsonb_to_recordset(${JSON.stringify(caps)}::jsonb) as x ("hostId" uuid, seats int)
    join registry.organisation_v h on h.id = x."hostId" order by h.short_name`.execute(tx);
  return rows;
}

/** The log of places that closed below their least group, with how many would have come. */
async function readClosures(tx: Tx, id: string, run: number): Promise<Card['closures']> {
  const { rows } = await sql<{ result: string | null }>`select result from practice.round_draw
    where round_id = ${id} and run = ${run} and exists (select 1 from practice.round_offer o
      where o.round_id = ${id} and o.closed)`.execute(tx);
  const log = rows[0]?.result ? (JSON.parse(rows[0].result) as { closed: Closure[] }).closed : [];
  if (log.length === 0) return [];
  const names = await sql<{
    id: string;
    title: string;
    host: string;
  }>`select f.id, f.title, h.short_name as host
    from practice.offer f join registry.organisation_v h on h.id = f.organisation_id
    where f.id in (${sql.join(log.map(({ place }) => String(place)))})`.execute(tx);
  const nameOf = new Map(names.rows.map((row) => [row.id, row]));
  return log.map(({ place, had, minimum, round }) => ({
    offerId: String(place),
    had,
    minimum,
    round,
    title: nameOf.get(String(place))?.title ?? '',
    host: nameOf.get(String(place))?.host ?? '',
  }));
}

async function readRuns(tx: Tx, id: string): Promise<Card['runs']> {
  const { rows } = await sql<Card['runs'][number]>`select run, cause, made_at as "madeAt", computed_ms as ms,
      (statistics ->> 'placed')::int as placed, input_hash as "inputHash"
    from practice.round_draw where round_id = ${id} order by run desc`.execute(tx);
  return rows;
}
