import { sql } from 'kysely';
import type { z } from 'zod';
import { ticketOf } from '../../../engines/lottery/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { publicDraw as drawSchema } from './schemas.ts';
import { seedOf } from './seed-of.ts';

type Draw = z.input<typeof drawSchema>;

/** Under this many seats or students a border would speak of single people. */
const FEWEST = 3;
const LABEL = 'rostok-placement/1';

/** Rounds anybody may look into: what was promised before the draw, and what came out. */
export const listDraws = useCase(contract.listDraws, {
  right: 'practice.public.read',
  async run({ tx }) {
    const { rows } = await sql<{
      id: string;
      title: string;
      state: Draw['state'];
      publishedAt: string | null;
      freezesAt: string;
    }>`
      select id, title, state, published_at as "publishedAt", freezes_at as "freezesAt" from practice.round
      where state not in ('open', 'cancelled') order by coalesce(published_at, freezes_at) desc, id`.execute(
      tx,
    );
    return { rows, total: rows.length };
  },
});

/** One draw in public: the commitment, the hash of the input, after publication the seed, the borders and the counts. */
export const publicDraw = useCase(contract.publicDraw, {
  right: 'practice.public.read',
  async run({ input, tx }) {
    const { rows } = await sql<
      Omit<Draw, 'places' | 'bySpeciality'> & { run: number }
    >`select r.id, r.title, r.state, r.rule,
        r.rule_version as "ruleVersion", r.classes, r.leftovers, r.opens_at as "opensAt", r.freezes_at as "freezesAt",
        r.published_at as "publishedAt", r.seed_commitment as commitment, r.input_hash as "inputHash", ${LABEL} as label,
        r.last_run as run, nullif(r.beacon, '') as beacon,
        case when r.state in ('published', 'repaired', 'closed') then r.seed end as "committedSeed",
        case when r.state in ('published', 'repaired', 'closed') then r.seed end as seed,
        case when r.state in ('published', 'repaired', 'closed') then
          (select d.statistics || jsonb_build_object('administrative', coalesce(jsonb_array_length(d.leftovers -> 'assigned'), 0))
            from practice.round_draw d where d.round_id = r.id and d.run = r.last_run) end as statistics
      from practice.round r where r.id = ${input.id} and r.state not in ('open', 'cancelled')`.execute(tx);
    const { run, ...round } = found(rows[0]);
    const seed = round.seed ? seedOf({ seed: round.seed, beacon: round.beacon }) : null;
    if (!seed) return { ...round, seed, places: [], bySpeciality: [] };
    const places = await sql<
      Draw['places'][number]
    >`select f.id, f.title, h.short_name as host, m.short_name as municipality,
        o.seats, o.closed, case when count(k.student_id) >= ${FEWEST} then count(k.student_id)::int end as asked,
        case when o.seats >= ${FEWEST} and count(k.student_id) >= ${FEWEST} then (o.cutoff ->> 'position')::int end as cutoff,
        case when o.seats >= ${FEWEST} and count(k.student_id) >= ${FEWEST} then (o.cutoff ->> 'tier')::int end as tier
      from practice.round_offer o join practice.offer f on f.id = o.offer_id and f.access_class = 'open'
      join registry.organisation_v h on h.id = f.organisation_id
      left join registry.municipality_v m on m.id = coalesce(f.municipality_id, h.municipality_id)
      left join practice.ranking k on k.round_id = o.round_id and k.offer_id = o.offer_id
      where o.round_id = ${round.id} and o.left_on is null
      group by f.id, h.short_name, m.short_name, o.seats, o.closed, o.cutoff order by h.short_name, f.title, f.id`.execute(
      tx,
    );
    const specialities = await sql<Draw['bySpeciality'][number]>`select g.programme_code as code,
        min(g.programme_name) as name, count(*)::int as students, count(w.offer_id)::int as placed
      from practice.round_result w join practice.round_entry e on e.round_id = w.round_id and e.student_id = w.student_id
      join practice.plan p on p.id = e.plan_id join programmes.study_group_v g on g.id = p.group_id
      where w.round_id = ${round.id} and w.run = ${run} group by g.programme_code
      having count(*) >= ${FEWEST} order by g.programme_code`.execute(tx);
    return { ...round, seed, places: places.rows, bySpeciality: specialities.rows };
  },
});

/** The ticket of a pseudonym computed anew, and where it stands among all; the formula is on the page for who trusts nobody. */
export const drawTicket = useCase(contract.drawTicket, {
  right: 'practice.public.read',
  async run({ input, tx }) {
    const { rows } = await sql<{
      seed: string;
      beacon: string | null;
    }>`select seed, beacon from practice.round
      where id = ${input.id} and state in ('published', 'repaired', 'closed')`.execute(tx);
    const round = found(rows[0]);
    const seed = Buffer.from(seedOf(round), 'hex');
    const hex = (pseudonym: string) => Buffer.from(ticketOf(seed, LABEL, pseudonym)).toString('hex');
    const ticket = hex(input.pseudonym);
    const entries = await sql<{
      id: string;
    }>`select id from practice.round_entry where round_id = ${input.id}`.execute(tx);
    const tickets = entries.rows.map(({ id }) => hex(id));
    const known = entries.rows.some(({ id }) => id === input.pseudonym);
    return {
      ticket,
      known,
      of: tickets.length,
      position: known ? tickets.filter((one) => one < ticket).length + 1 : null,
    };
  },
});
