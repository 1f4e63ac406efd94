import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { judgeCourse } from '../../modules/practice/placements/judge-course.ts';
import { readFacts } from '../../modules/practice/placements/placement-facts.ts';
import { demoWorld } from '../../testing/demo-world.ts';
import type { TestWorld } from '../../testing/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
}, 120_000);

const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(world.db)).rows[0] as T;

test('the demo year has mentors, plans, places and students placed; all of it is marked demo', async () => {
  const counts = await one(sql<Record<string, number>>`select
    (select count(*)::int from specialists.mentor where is_demo) as mentors,
    (select count(*)::int from practice.plan where is_demo) as plans,
    (select count(*)::int from practice.offer where is_demo) as offers,
    (select count(*)::int from practice.placement where is_demo) as placements,
    (select count(*)::int from practice.placement where state = 'in_progress') as going,
    (select count(*)::int from practice.log_day) as days`);
  for (const [name, count] of Object.entries(counts)) expect([name, count > 20]).toEqual([name, true]);
});

test('no unit is oversold, nobody is in two places, every placement stands on a lawful timetable', async () => {
  const wrong = await one(sql<{ n: number }>`select count(*)::int as n from practice.place_day d
    where d.taken <> (select count(*) from practice.placement p where p.offer_id = d.offer_id and p.state <> 'failed' and p.period @> d.day)`);
  expect(wrong.n).toBe(0);
  const facts = await readFacts(world.db, sql<boolean>`p.is_demo`);
  expect(facts.length).toBeGreaterThan(20);
  // a place by distribution waits for its agreement; whoever is farther has one
  const broken = facts.filter(
    (it) => it.state !== 'slot_reserved' && judgeCourse(it, '2026-11-23')['PP-02']?.is === 'refused',
  );
  expect(broken).toEqual([]);
  // whoever is cleared by the demo would be cleared by the rules
  const cleared = facts.filter(({ state }) => state === 'cleared' || state === 'in_progress');
  const guards = ['PP-08', 'PP-10', 'X-06', 'PL-08'] as const;
  for (const it of cleared) {
    const verdicts = judgeCourse(it, '2026-11-23');
    for (const rule of guards) expect([it.id, rule, verdicts[rule]?.is]).toEqual([it.id, rule, 'ok']);
  }
});

test('a mentor of the demo has no more trainees than the order says, and each is a tie', async () => {
  const over = await one(sql<{ n: number }>`select count(*)::int as n from specialists.tutoring t
    join specialists.appointment a on a.id = t.appointment_id where (select sum(x.people) from specialists.tutoring x
      where x.appointment_id = a.id and x.valid @> lower(t.valid)) > a.capacity`);
  expect(over.n).toBe(0);
  const ties = await one(sql<{ n: number }>`select (select count(*) from specialists.tutoring)::int
    - (select count(*) from registry.tie where kind = 'mentors')::int as n`);
  expect(ties.n).toBe(0);
});

test('the demo has a distribution published by the portal’s own computation and one where students choose', async () => {
  const rounds = await sql<{ state: string; lists: number; placed: number; held: number }>`select r.state,
      (select count(*)::int from practice.round_entry e where e.round_id = r.id) as lists,
      (select count(w.offer_id)::int from practice.round_result w where w.round_id = r.id) as placed,
      (select count(*)::int from practice.round_result w join practice.placement p on p.student_id = w.student_id
        and p.offer_id = w.offer_id and p.way = 'round' where w.round_id = r.id) as held
    from practice.round r order by r.state`.execute(world.db);
  const [published, ranking] = rounds.rows;
  expect([published?.state, ranking?.state]).toEqual(['published', 'ranking']);
  expect(published?.lists).toBe(80);
  expect(published?.placed).toBeGreaterThan(70);
  expect(published?.held).toBe(published?.placed);
  expect(ranking?.lists).toBeGreaterThan(20);
});
