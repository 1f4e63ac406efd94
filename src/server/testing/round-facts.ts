import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { addAccount } from '../../platform/identity/index.ts';
import { DEMO_PASSWORD } from '../demo/demo-account.ts';

/** A student of a drill: an account to sign in with, and the list that the demo gave them. */
export interface Chooser {
  email: string;
  offers: string[];
}

/** Gives accounts to some of those who have a list in a round, the same ones every time. */
export async function addChoosers(db: Tx, roundId: string, count: number): Promise<Chooser[]> {
  const { rows } = await sql<{ person: string; offers: string[] }>`select s.person_id as person,
      array_agg(k.offer_id::text order by k.place) as offers
    from practice.ranking k join programmes.student_v s on s.id = k.student_id
    where k.round_id = ${roundId} and not exists (select 1 from identity."user" u where u.person_id = s.person_id)
    group by s.person_id order by md5(s.person_id::text) limit ${count}`.execute(db);
  const choosers = rows.map(({ person, offers }, k) => ({
    person,
    offers,
    email: `chooser${k}@demo.rostok`,
  }));
  for (const { person, email } of choosers)
    await addAccount(db, { email, password: DEMO_PASSWORD, personId: person, name: email });
  return choosers;
}

/** The lists of one round sent to another over the same practices: thousands of students do not sign in for a drill. */
export async function copyLists(db: Tx, from: string, to: string): Promise<void> {
  await sql`insert into practice.round_entry (id, round_id, student_id, plan_id, consented_at, rev)
    select gen_random_uuid(), ${to}, student_id, plan_id, consented_at, 1 from practice.round_entry
    where round_id = ${from}`.execute(db);
  await sql`insert into practice.ranking (round_id, student_id, offer_id, place)
    select ${to}, student_id, offer_id, place from practice.ranking where round_id = ${from}`.execute(db);
  await sql`analyze`.execute(db);
}

interface RoundFacts {
  state: string;
  results: number;
  /** A result or a border is written down. */
  stored: number;
  /** Results without a reason for each place that was wished more. */
  unexplained: number;
  placed: number;
  people: number;
  /** Tasks that tell somebody of the result. */
  told: number;
  frozen: number;
  /** Days on which a place holds more people than seats. */
  over: number;
  /** Places whose taken days are not those of their placements. */
  untrue: number;
  /** Placed elsewhere than the result says. */
  foreign: number;
}

/** What a round has left in the database, looked at while no server runs. */
export async function roundFacts(db: Tx, id: string): Promise<RoundFacts | undefined> {
  const { rows } = await sql<RoundFacts>`with mine as (select x.* from practice.placement x
      join practice.round_plan y on y.plan_id = x.plan_id and y.round_id = ${id} where x.state <> 'failed'),
    result as (select w.* from practice.round_result w join practice.round r on r.id = w.round_id and r.last_run = w.run
      where w.round_id = ${id}),
    lists as (select student_id, count(*) as wishes from practice.ranking where round_id = ${id} group by 1)
    select r.state, (select count(*)::int from result) as results,
      ((select count(d.result) from practice.round_draw d where d.round_id = r.id)
        + (select count(o.cutoff) from practice.round_offer o where o.round_id = r.id))::int as stored,
      (select count(*)::int from result w left join lists l on l.student_id = w.student_id where not w.pinned
        and jsonb_array_length(w.refusals) <> coalesce(w.rank - 1, l.wishes, 0)) as unexplained,
      (select count(*)::int from mine) as placed, (select count(distinct student_id)::int from mine) as people,
      (select count(*)::int from platform.task t where t.subject_id = r.id::text
        and t.kind in ('practice.confirmPlace', 'practice.noPlace', 'practice.collegeResult')) as told,
      (select count(*)::int from practice.round_offer o join practice.offer f on f.id = o.offer_id
        where o.round_id = r.id and o.left_on is null and f.state = 'frozen') as frozen,
      (select count(*)::int from practice.place_day d where d.taken > d.capacity) as over,
      (select count(*)::int from practice.place_day d join practice.round_offer o on o.offer_id = d.offer_id and o.round_id = r.id
        where d.taken <> (select count(*) from practice.placement x
          where x.offer_id = d.offer_id and x.state <> 'failed' and x.period @> d.day)) as untrue,
      (select count(*)::int from mine join result w on w.student_id = mine.student_id
        where w.offer_id is distinct from mine.offer_id) as foreign
    from practice.round r where r.id = ${id}`.execute(db);
  return rows[0];
}
