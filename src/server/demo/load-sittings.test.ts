import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/index.ts';
import { demoWorld } from '../../testing/demo-world.ts';
import type { TestWorld } from '../../testing/world.ts';
import { loadSittings } from './load-sittings.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await demoWorld();
  const { rows } = await sql`select 1 from exams.session limit 1`.execute(world.db);
  if (rows.length === 0) await inTransaction(world.db, (tx) => loadSittings(tx, world));
});

test('exams in several states, with the demo expert among those who mark', async () => {
  const { rows } = await sql<{ state: string }>`select state from exams.session order by day`.execute(
    world.db,
  );
  expect(rows.map(({ state }) => state).sort()).toEqual(['confirmed', 'graded', 'planned', 'running']);
  // «today» of the world is the day of the running exam, whatever the day is
  const { rows: facts } = await sql<{
    running: string;
    expert: number;
    technical: number;
    signed: number;
    marking: number;
    appeals: number;
    hashless: number;
  }>`select (select day from exams.session where state = 'running') as running,
      (select count(*)::int from exams.session_expert x join exams.session s on s.id = x.session_id and s.state = 'running'
        join registry.assignment a on a.person_id = x.person_id and a.role = 'expert' where x.role = 'line'
          and not exists (select 1 from registry.assignment o where o.person_id = x.person_id and o.role <> 'expert')) as expert,
      (select count(*)::int from exams.session_expert x join registry.assignment a on a.person_id = x.person_id
        and a.role = 'technical_expert' where x.role = 'technical') as technical,
      (select count(distinct g.party_person_id)::int from platform.signature g join exams.protocol p on p.session_id::text = g.document_id
        and p.hash = g.version_hash where g.document_kind = 'exams.protocol') as signed,
      (select count(*)::int from exams.session_expert x join exams.session s on s.id = x.session_id and s.state = 'graded'
        where x.role in ('chief', 'line')) as marking,
      (select count(*)::int from exams.appeal a join exams.examinee e on e.id = a.examinee_id
        join registry.assignment m on m.role = 'appeal_member' and m.organisation_id = e.organisation_id
        join exams.board_member b on b.person_id = m.person_id and b.post = 'chair' where a.state = 'filed') as appeals,
      (select count(*)::int from exams.kit where hash is null) as hashless`.execute(world.db);
  expect(facts[0]).toMatchObject({ running: '2026-11-23', expert: 1, appeals: 1, hashless: 0 });
  expect(facts[0]?.technical).toBeGreaterThan(0);
  expect(facts[0]?.signed).toBe(facts[0]?.marking);
  const list = await world.call<{ rows: { id: string; state: string }[] }>(
    'exams.listSessions',
    {},
    world.as('exam_operator_coordinator'),
  );
  for (const { id } of list.rows) {
    const card = await world.call<{ people: { grade: number | null }[]; state: string }>(
      'exams.getSession',
      { id },
      world.as('exam_operator_coordinator'),
    );
    if (card.state === 'graded') expect(card.people.every(({ grade }) => grade !== null)).toBe(true);
  }
});

test('the student of the sign-ins has sat an exam: a grade to read, and the way to an appeal', async () => {
  const { rows } = await sql<{
    id: string;
  }>`select person_id as id from registry.assignment where role = 'student'
    order by organisation_id, person_id limit 1`.execute(world.db);
  const { rows: exams } = await world.call<{
    rows: { grade: number | null; appeal: { resultUntil: string | null } }[];
  }>('exams.myExams', {}, world.as('student', { personId: rows[0]?.id ?? null }));
  expect(exams).toHaveLength(1);
  expect(exams[0]?.grade).toBeGreaterThanOrEqual(2);
  expect(exams[0]?.appeal.resultUntil).toBe('2026-11-23');
});

test('the chair of the sign-ins has an own seat: a witness at exams of the board’s college', async () => {
  const { rows } = await sql<{
    state: string;
    own: boolean;
  }>`select s.state, s.organisation_id = a.organisation_id as own
    from exams.session_expert x join exams.session s on s.id = x.session_id
    join registry.assignment a on a.person_id = x.person_id and a.role = 'board_chair'
    where x.role = 'witness' order by s.day`.execute(world.db);
  expect(rows[0]).toEqual({ state: 'graded', own: true });
  expect(rows.every(({ own }) => own)).toBe(true);
});
