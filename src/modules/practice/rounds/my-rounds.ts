import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { fitting } from './own-offers.ts';
import type { ownRound } from './schemas.ts';

type Own = z.input<typeof ownRound>;
type Bare = Omit<Own, 'offers' | 'ranks' | 'result'> & {
  run: number;
  studentId: string;
  planId: string;
  shown: boolean;
};

/** The student's rounds: places to rank with their distance, the own list, and the own result when it is published. */
export const myRounds = useCase(contract.myRounds, {
  right: 'practice.own.read',
  async run({ tx, actor }) {
    // a draw that is not published is not told: it may yet be done anew
    const { rows } =
      await sql<Bare>`select r.id, r.title, r.state, r.freezes_at as "freezesAt", p.title as plan,
        lower(p.period) as "from", upper(p.period) - 1 as "to", r.seed_commitment as commitment,
        case when r.state in ('published', 'repaired', 'closed') then r.seed end as seed, e.id as pseudonym,
        e.withdrawn_at is not null as withdrawn, coalesce(e.rev, 0) as rev, r.last_run as run, s.id as "studentId", p.id as "planId",
        r.state in ('published', 'repaired', 'closed') as shown
      from practice.round r join practice.round_plan x on x.round_id = r.id join practice.plan p on p.id = x.plan_id
      join programmes.student_v s on s.group_id = p.group_id and s.person_id = ${actor.personId}
      left join practice.round_entry e on e.round_id = r.id and e.student_id = s.id
      where r.state not in ('open', 'cancelled') order by r.freezes_at desc, r.id`.execute(tx);
    const all: Own[] = [];
    for (const { run, studentId, planId, shown, ...round } of rows)
      all.push({
        ...round,
        offers: await readOffers(tx, { roundId: round.id, planId, personId: actor.personId }),
        ranks: await readRanks(tx, round.id, studentId),
        result: shown ? await readResult(tx, round.id, run, studentId) : null,
      });
    return { rows: all };
  },
});

async function readOffers(
  tx: Tx,
  { roundId, planId, personId }: { roundId: string; planId: string; personId: string | null },
): Promise<Own['offers']> {
  const { rows } = await sql<
    Own['offers'][number]
  >`select f.id, f.title, h.short_name as host, m.short_name as municipality,
      case when t.home_id = m.id then 0 else round(d.km::numeric, 1)::float8 end as km, o.seats, f.min_group as "minGroup",
      f.works, f.minutes_a_day as "minutesADay", f.needs_medical as "needsMedical", f.lodging, f.transport, f.pay,
      o.left_on is not null as left
    from practice.round_offer o join practice.offer f on f.id = o.offer_id
    join registry.organisation_v h on h.id = f.organisation_id
    join practice.plan p on p.id = ${planId} join programmes.study_group_v g on g.id = p.group_id
    left join registry.municipality_v m on m.id = coalesce(f.municipality_id, h.municipality_id)
    left join practice.trainee t on t.person_id = ${personId}
    left join registry.distance_v d on d.from_id = t.home_id and d.to_id = m.id
    where o.round_id = ${roundId} and ${fitting} order by km nulls last, h.short_name, f.title, f.id`.execute(
    tx,
  );
  return rows;
}

async function readRanks(tx: Tx, roundId: string, studentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select offer_id as id from practice.ranking
    where round_id = ${roundId} and student_id = ${studentId} order by place`.execute(tx);
  return rows.map(({ id }) => id);
}

async function readResult(tx: Tx, roundId: string, run: number, studentId: string): Promise<Own['result']> {
  type Stored = NonNullable<Own['result']>;
  const { rows } = await sql<Stored>`select w.offer_id as "offerId", f.title, h.short_name as host, w.rank,
      coalesce((select jsonb_agg(x.value || jsonb_build_object('title', v.title) order by x.ordinality)
        from jsonb_array_elements(w.refusals) with ordinality x
        join practice.offer v on v.id = (x.value ->> 'offerId')::uuid), '[]') as refusals
    from practice.round_result w left join practice.offer f on f.id = w.offer_id
    left join registry.organisation_v h on h.id = f.organisation_id
    where w.round_id = ${roundId} and w.run = ${run} and w.student_id = ${studentId}`.execute(tx);
  return rows[0] ?? null;
}
