import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { allPersonalData } from '../../../platform/retention/define-personal-data.ts';
import { allDuties, type Duty, runRetention } from '../../../platform/retention/index.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import {
  addAgreement,
  addMentor,
  addOffer,
  addPlan,
  addStudent,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';

/** How long (a duty, or why it is not erased by term) and where a person sees it (a section of «Мои данные», or why not). */
type Keeping = readonly [term: string, shown: string];

const NO_PERSON = 'nobody stands in it: a person is reached only through who made or answers for it';
const RECORD = 'part of the record of education: lives and goes with the student’s file';
const KEPT: Record<string, Keeping> = {
  'practice.placement': [RECORD, 'practice.placement'],
  'practice.outcome': ['practice.course', 'practice.course'],
  'practice.appraisal': ['practice.course', 'practice.course'],
  'practice.appraisal_ask': ['practice.course', 'practice.hands'],
  'practice.log_day': ['practice.course', 'practice.course'],
  'practice.consent': ['practice.course', 'practice.course'],
  'practice.own_find': ['practice.course', 'practice.ownFind'],
  'practice.letter': ['practice.letters', 'practice.hands'],
  'practice.paper': ['practice.papers', 'practice.course'],
  'practice.trainee': ['practice.trainees', 'practice.placement'],
  'practice.plan_file': ['practice.planFiles', 'practice.hands'],
  'practice.round_entry': ['practice.rounds', 'practice.round'],
  'practice.round_pin': ['practice.rounds', 'practice.round'],
  'practice.round_result': ['practice.rounds', 'practice.round'],
  'practice.ranking': ['practice.rounds', 'practice.round'],
  'practice.plan': [NO_PERSON, 'practice.hands'],
  'specialists.mentor': ['specialists.mentor', 'specialists.mentor'],
  'specialists.appointment': ['specialists.mentor', 'specialists.mentor'],
  'specialists.tutoring': ['specialists.mentor', 'specialists.mentor'],
  'specialists.expert': ['specialists.expert', 'specialists.expert'],
  'specialists.expert_absence': ['specialists.expert', 'specialists.expert'],
  'specialists.expert_application': ['specialists.expert', 'specialists.expert'],
  'specialists.expert_attempt': ['specialists.expert', 'specialists.expert'],
  'specialists.expert_circumstance': ['specialists.expert', 'specialists.expert'],
  'specialists.expert_declaration': ['specialists.expert', 'specialists.expert'],
  'specialists.expert_right': ['specialists.expert', 'specialists.expert'],
  'specialists.expert_service': ['specialists.expert', 'specialists.expert'],
};

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
});

/** Tables of a schema from which a person is reached: by a reference, through another such table, or by a column of contacts. */
async function personalTables(schema: string): Promise<string[]> {
  const refs = await sql<{ child: string; parent: string; column: string }>`select
      c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent, a.attname as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.connamespace = ${schema}::regnamespace`.execute(world.db);
  const worded = await sql<{
    name: string;
  }>`select table_schema || '.' || table_name as name from information_schema.columns
    where table_schema = ${schema} and column_name in ('contact', 'surname', 'guardian_name', 'person_id')
      or (table_schema, table_name) in (('practice', 'letter'), ('practice', 'paper')) and table_schema = ${schema}`.execute(
    world.db,
  );
  const tables = await sql<{ name: string }>`select table_schema || '.' || table_name as name
    from information_schema.tables where table_schema = ${schema} and table_type = 'BASE TABLE'`.execute(
    world.db,
  );
  const real = new Set(tables.rows.map(({ name }) => name));
  // whom a row is about or who acts in it; a practice, an offer or a round does not make a table personal
  const about = new Set([
    'registry.person',
    'programmes.student',
    'practice.placement',
    'specialists.mentor',
  ]);
  for (const one of ['specialists.expert', 'specialists.appointment']) about.add(one);
  const found = refs.rows.filter(({ parent }) => about.has(parent)).map(({ child }) => child);
  return [...new Set([...found, ...worded.rows.map(({ name }) => name)])].filter((it) => real.has(it)).sort();
}

describe('personal tables of practice and of specialists', () => {
  test.each([
    'practice',
    'specialists',
  ])('%s: each has its term and its place in «Мои данные»', async (schema) => {
    const tables = await personalTables(schema);
    expect(tables.length).toBeGreaterThan(5);
    // a new table with persons in it: say here how long it is kept and where a person sees it
    expect(tables.filter((table) => !(table in KEPT))).toEqual([]);
    const named = Object.keys(KEPT).filter((table) => table.startsWith(`${schema}.`));
    expect(named.filter((table) => !tables.includes(table))).toEqual([]);
    const duties = new Set(allDuties().map(({ duty }) => duty));
    const sections = new Set(allPersonalData().map(({ personalData }) => personalData));
    const lost = named.flatMap((table) => {
      const [term = '', shown = ''] = KEPT[table] ?? [];
      return [
        ...(term.includes(' ') || duties.has(term) ? [] : [`${table}: no duty ${term}`]),
        ...(sections.has(shown) ? [] : [`${table}: no section ${shown}`]),
      ];
    });
    expect(lost).toEqual([]);
  });
});

describe('what goes by term', () => {
  let scene: Scene;
  const duty = (id: string) => allDuties().filter((one) => one.duty === id) as Duty[];
  const count = async (table: string) =>
    (
      await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`practice.${table}`)}`.execute(
        world.db,
      )
    ).rows[0]?.n;

  beforeAll(async () => {
    scene = await makeScene(world);
    const planId = await addPlan(world, scene);
    const offerId = await addOffer(world, scene);
    await addAgreement(world, scene);
    await addMentor(world, scene);
    const { studentId, personId } = await addStudent(world, scene, 'Прошедший');
    const { placed } = await world.call<{ placed: string[] }>(
      'practice.placeStudents',
      { planId, offerId, studentIds: [studentId], way: 'named' },
      scene.deputy,
    );
    const [id] = placed;
    await sql`insert into practice.appraisal (placement_id, competences, qualities, reference, filled_at, how)
      values (${id}, '[]', '[]', 'Старается', '2027-01-29', 'account')`.execute(world.db);
    await sql`insert into practice.appraisal_ask (placement_id, asked_on, mentor_id) values (${id}, '2027-01-27', ${personId})`.execute(
      world.db,
    );
    await sql`insert into practice.log_day (placement_id, day, note, minutes, written_at)
      values (${id}, '2026-12-07', 'Инструктаж', 360, '2026-12-07')`.execute(world.db);
    await sql`insert into practice.letter (kind, subject_id, address, sent_on)
      values ('practice.appraise', ${world.newId()}, ${personId}, '2027-01-27')`.execute(world.db);
    await sql`update practice.placement set medical_number = '12', medical_until = '2027-02-01' where id = ${id}`.execute(
      world.db,
    );
    await sql`insert into practice.own_find (id, plan_id, student_id, enterprise, contact, state, proposed_at)
      values (${world.newId()}, ${planId}, ${studentId}, 'Мастерская', 'мастер', 'declined', '2026-11-01')`.execute(
      world.db,
    );
    await sql`insert into practice.paper (id, organisation_id, plan_id, kind, number, on_day, content, hash, made_at)
      values (${world.newId()}, ${scene.college}, ${planId}, 'order', '44-п', '2026-12-01',
        ${JSON.stringify({ students: [{ id, name: 'Прошедший П. И.' }] })}::jsonb, 'x', '2026-12-01')`.execute(
      world.db,
    );
  });

  test('«Мои данные» show the course, its papers and what a person answered for', async () => {
    const { rows } = await sql<{ id: string }>`select person_id as id from practice.placement`.execute(
      world.db,
    );
    const shown = async (section: string) =>
      await allPersonalData()
        .find(({ personalData }) => personalData === section)
        ?.collect(world.db, rows[0]?.id ?? '');
    const [course] = (await shown('practice.course')) ?? [];
    const value = (label: string) =>
      course?.fields.find(({ labelKey }) => labelKey === `practice:personal.${label}`)?.value;
    expect([value('logDays'), value('reference'), value('papers')]).toEqual([
      1,
      'Старается',
      '44-п (01.12.2026)',
    ]);
    const hands = (await shown('practice.hands')) ?? [];
    expect(hands.map(({ fields }) => fields[0]?.value).sort()).toEqual([
      'practice:personal.hands.asked',
      'practice:personal.hands.letters',
    ]);
  });

  test('practice.course: three years after the last day, not a day sooner; the placement and its mark stay', async () => {
    world.clock.set('2030-01-29T09:00:00Z');
    expect((await runRetention(world, duty('practice.course')))[0]).toMatchObject({ erased: 0, fault: null });
    expect(await count('appraisal')).toBe(1);
    world.clock.set('2030-01-30T09:00:00Z');
    expect((await runRetention(world, duty('practice.course')))[0]).toMatchObject({ erased: 5, fault: null });
    for (const table of ['appraisal', 'appraisal_ask', 'log_day', 'own_find'])
      expect([table, await count(table)]).toEqual([table, 0]);
    const { rows } = await sql`select medical_number, medical_until from practice.placement`.execute(
      world.db,
    );
    expect(rows).toEqual([{ medical_number: null, medical_until: null }]);
  });

  test('practice.letters, practice.papers and practice.trainees have their own terms', async () => {
    expect((await runRetention(world, duty('practice.letters')))[0]).toMatchObject({
      erased: 1,
      fault: null,
    });
    expect((await runRetention(world, duty('practice.papers')))[0]).toMatchObject({ erased: 0, fault: null });
    // still a student: home and representative are needed
    expect((await runRetention(world, duty('practice.trainees')))[0]).toMatchObject({
      erased: 0,
      fault: null,
    });
    await sql`update programmes.student set status = 'expelled'`.execute(world.db);
    expect((await runRetention(world, duty('practice.trainees')))[0]).toMatchObject({
      erased: 1,
      fault: null,
    });
    world.clock.set('2031-12-02T09:00:00Z');
    expect((await runRetention(world, duty('practice.papers')))[0]).toMatchObject({ erased: 1, fault: null });
  });

  test('practice.rounds: lists, pins and results of a closed distribution; an open one keeps its own', async () => {
    const { rows } = await sql<{ student: string; offer: string; plan: string }>`select student_id as student,
      offer_id as offer, plan_id as plan from practice.placement`.execute(world.db);
    const { student, offer, plan } = rows[0] ?? {};
    for (const state of ['closed', 'ranking']) {
      const id = world.newId();
      await sql`insert into practice.round (id, title, school_year, rule, state, opens_at, freezes_at)
        values (${id}, ${state}, 2026, 'student-optimal', ${state}, '2026-10-01', '2026-10-10')`.execute(
        world.db,
      );
      await sql`insert into practice.round_offer (round_id, offer_id, seats) values (${id}, ${offer}, 5)`.execute(
        world.db,
      );
      await sql`insert into practice.round_entry (id, round_id, student_id, plan_id, consented_at)
        values (${world.newId()}, ${id}, ${student}, ${plan}, '2026-10-02')`.execute(world.db);
      await sql`insert into practice.ranking (round_id, student_id, offer_id, place) values (${id}, ${student}, ${offer}, 1)`.execute(
        world.db,
      );
      await sql`insert into practice.round_pin (round_id, student_id, offer_id, why, made_at)
        values (${id}, ${student}, ${offer}, 'named', '2026-10-02')`.execute(world.db);
    }
    expect((await runRetention(world, duty('practice.rounds')))[0]).toMatchObject({ erased: 3, fault: null });
    expect([await count('round_entry'), await count('ranking'), await count('round_pin')]).toEqual([1, 1, 1]);
  });
});
