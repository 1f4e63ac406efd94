import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { findColumns } from './own-find.ts';
import { fitting } from './own-offers.ts';
import { openDesk } from './placing-desk.ts';
import type { ownFind, ownRound } from './schemas.ts';

type Own = z.input<typeof ownRound>;
type Bare = Omit<Own, 'offers' | 'ranks' | 'result'> & {
  run: number;
  studentId: string;
  shown: boolean;
  minimums: boolean;
};

const SHOWN = sql`('published', 'repaired', 'closed')`;

/** The student's rounds: places to rank with their distance, the own list, and the own result when it is published. */
export const myRounds = useCase(contract.myRounds, {
  right: 'practice.own.read',
  async run({ tx, actor, today }) {
    // a draw that is not published is not told: it may yet be done anew
    const { rows } =
      await sql<Bare>`select r.id, r.title, r.state, r.freezes_at as "freezesAt", p.title as plan, r.rule, r.classes,
        lower(p.period) as "from", upper(p.period) - 1 as "to", r.seed_commitment as commitment, r.answer_by as "answerBy",
        case when r.state in ${SHOWN} then r.seed end as seed, e.id as pseudonym,
        e.withdrawn_at is not null as withdrawn, e.confirmed_at is not null as confirmed,
        coalesce(e.rev, 0) as rev, r.last_run as run, s.id as "studentId", p.id as "planId",
        r.state in ${SHOWN} as shown, (select f.title || ', ' || h.short_name from practice.round_pin n
          join practice.offer f on f.id = n.offer_id join registry.organisation_v h on h.id = f.organisation_id
          where n.round_id = r.id and n.student_id = s.id) as pinned,
        (select y.id from practice.placement y where y.plan_id = p.id and y.student_id = s.id and y.state <> 'failed'
          and r.state in ${SHOWN}) as "placementId",
        exists (select 1 from practice.round_offer o where o.round_id = r.id and o.closed) as minimums
      from practice.round r join practice.round_plan x on x.round_id = r.id join practice.plan p on p.id = x.plan_id
      join programmes.student_v s on s.group_id = p.group_id and s.person_id = ${actor.personId}
      left join practice.round_entry e on e.round_id = r.id and e.student_id = s.id
      where r.state not in ('open', 'cancelled') order by r.freezes_at desc, r.id`.execute(tx);
    const all: Own[] = [];
    for (const row of rows) {
      const { run, studentId, shown, minimums, ...round } = row;
      all.push({
        ...round,
        offers: await readOffers(tx, row, actor.personId),
        ranks: await readRanks(tx, round.id, studentId),
        result: shown ? await readResult(tx, row) : null,
      });
    }
    return {
      rows: all,
      finds: await readFinds(tx, actor.personId),
      plans: await readPlans(tx, actor.personId, today),
    };
  },
});

type Offer = Own['offers'][number];

async function readOffers(tx: Tx, round: Bare, personId: string | null): Promise<Offer[]> {
  const { rows } = await sql<
    Omit<Offer, 'refused'>
  >`select f.id, f.title, h.short_name as host, f.address, m.short_name as municipality,
      case when t.home_id = m.id then 0 else round(d.km::numeric, 1)::float8 end as km, o.seats, f.min_group as "minGroup",
      f.works, f.minutes_a_day as "minutesADay", f.needs_medical as "needsMedical", f.lodging, f.transport, f.pay,
      o.left_on is not null as left, coalesce(t.home_id is distinct from m.id, true) as "leavesHome",
      (select count(*)::int from practice.ranking k where k.round_id = o.round_id and k.offer_id = o.offer_id) as wanted
    from practice.round_offer o join practice.offer f on f.id = o.offer_id
    join registry.organisation_v h on h.id = f.organisation_id
    join practice.plan p on p.id = ${round.planId} join programmes.study_group_v g on g.id = p.group_id
    left join registry.municipality_v m on m.id = coalesce(f.municipality_id, h.municipality_id)
    left join practice.trainee t on t.person_id = ${personId}
    left join registry.distance_v d on d.from_id = t.home_id and d.to_id = m.id
    where o.round_id = ${round.id} and ${fitting} order by km nulls last, h.short_name, f.title, f.id`.execute(
    tx,
  );
  if (round.state !== 'ranking') return rows.map((row) => ({ ...row, refused: null }));
  // what the rules refuse is said before it is ranked, not after
  const desk = await openDesk(tx, {
    planIds: [round.planId],
    offerIds: rows.map(({ id }) => id),
    lock: false,
  });
  const out: Offer[] = [];
  for (const row of rows) {
    const { all, each } = await desk.judge(await desk.prepare(round.planId, row.id, [round.studentId]));
    const [first] = [...all, ...each.flatMap(({ refusals }) => refusals)];
    out.push({ ...row, refused: first ? { key: first.key, params: first.params } : null });
  }
  return out;
}

async function readRanks(tx: Tx, roundId: string, studentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select offer_id as id from practice.ranking
    where round_id = ${roundId} and student_id = ${studentId} order by place`.execute(tx);
  return rows.map(({ id }) => id);
}

async function readResult(tx: Tx, round: Bare): Promise<Own['result']> {
  type Stored = Omit<NonNullable<Own['result']>, 'sameIfFirst' | 'lotMattered'> & {
    tier: number | null;
    cutoffTier: number | null;
    lotAtPlace: boolean;
  };
  const { id, run, studentId } = round;
  const { rows } =
    await sql<Stored>`select w.offer_id as "offerId", f.title, h.short_name as host, w.rank, w.administrative, w.pinned,
      w.stood as position, o.seats, w.tier, (o.cutoff ->> 'tier')::int as "cutoffTier",
      coalesce(o.cutoff ? 'ticket', false) as "lotAtPlace",
      coalesce((select jsonb_agg(x.value || jsonb_build_object('title', v.title, 'host', c.short_name, 'seats', b.seats,
          'asked', (select count(*)::int from practice.ranking k where k.round_id = w.round_id and k.offer_id = v.id))
          order by x.ordinality)
        from jsonb_array_elements(w.refusals) with ordinality x
        join practice.offer v on v.id = (x.value ->> 'offerId')::uuid
        join practice.round_offer b on b.round_id = w.round_id and b.offer_id = v.id
        join registry.organisation_v c on c.id = v.organisation_id), '[]') as refusals
    from practice.round_result w left join practice.offer f on f.id = w.offer_id
    left join practice.round_offer o on o.round_id = w.round_id and o.offer_id = w.offer_id
    left join registry.organisation_v h on h.id = f.organisation_id
    where w.round_id = ${id} and w.run = ${run} and w.student_id = ${studentId}`.execute(tx);
  const [stored] = rows;
  if (!stored) return null;
  const { tier, cutoffTier, lotAtPlace, ...result } = stored;
  return {
    ...result,
    // under the default rule a place that was got is got by naming it first too (Dubins and Freedman); closings may differ
    sameIfFirst:
      round.rule === 'student-optimal' && !round.minimums && result.rank !== null && result.rank > 1
        ? true
        : null,
    lotMattered:
      result.refusals.some(({ byLot }) => byLot) || (lotAtPlace && tier !== null && tier === cutoffTier),
  };
}

async function readFinds(tx: Tx, personId: string | null): Promise<z.input<typeof ownFind>[]> {
  const { rows } = await sql<z.input<typeof ownFind>>`select ${findColumns} from practice.own_find d
    join practice.plan p on p.id = d.plan_id join programmes.student_v s on s.id = d.student_id
    where s.person_id = ${personId} order by d.proposed_at desc, d.id`.execute(tx);
  return rows;
}

async function readPlans(tx: Tx, personId: string | null, today: string) {
  const { rows } = await sql<{ id: string; title: string; from: string; to: string }>`select p.id, p.title,
      lower(p.period) as "from", upper(p.period) - 1 as "to"
    from practice.plan p join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying'
    where s.person_id = ${personId} and p.state = 'approved' and p.held_at = 'enterprise' and lower(p.period) > ${today}::date
      and not exists (select 1 from practice.placement x where x.person_id = s.person_id and x.state <> 'failed'
        and x.period && p.period)
      and not exists (select 1 from practice.own_find d where d.plan_id = p.id and d.student_id = s.id
        and d.state in ('proposed', 'confirmed'))
    order by lower(p.period)`.execute(tx);
  return rows;
}
