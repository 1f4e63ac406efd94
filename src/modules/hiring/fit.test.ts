import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { runJob } from '../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { computeMatchesJob } from './fit/compute-matches.job.ts';
import { CODE, consentTo, type Hiring, makeHiring } from './testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Hiring;
let opening: string;

beforeEach(async () => {
  world = await freshWorld();
  scene = await makeHiring(world);
  const { rows } = await sql<{ id: string }>`select id from programmes.version_v`.execute(world.db);
  for (const [code, name, competences] of [
    ['ПМ.01', 'Сварка в защитном газе', '{"ПК 1.1","ПК 1.2","ОК 01"}'],
    ['ПМ.02', 'Контроль швов', '{"ПК 2.1"}'],
  ])
    await sql`insert into programmes.module (id, version_id, code, name, kind, academic_hours, competences, position)
      values (${world.newId()}, ${rows[0]?.id}, ${code}, ${name}, 'professional', 120, ${competences}::text[], 9)`.execute(
      world.db,
    );
  const lineId = world.newId();
  await sql`insert into needs.line (id, organisation_id, municipality_id, occupation, year, kind, count, confidence, source, stated_on, spo_code)
    values (${lineId}, ${scene.host}, ${scene.place}, '7212.01', 2026, 'new', 4, 'high', 'тест', '2026-04-01', ${CODE})`.execute(
    world.db,
  );
  opening = `line:${lineId}`;
});

interface Fitting {
  rows: {
    name: string;
    percent: number;
    reasons: { has: { skill: string }[]; lacks: { skill: string }[] };
  }[];
  hidden: number;
}
const fitting = () => world.call<Fitting>('hiring.listFitting', { opening }, scene.hr);

describe('who fits where', () => {
  test('a student sees who needs the skills of the programme, why, and what is missing', async () => {
    await runJob(world, computeMatchesJob, {});
    const mine = await world.call<{
      competences: number;
      rows: { opening: string; percent: number; reasons: Fitting['rows'][0]['reasons'] }[];
    }>('hiring.myMatches', {}, scene.anna.student);
    expect(mine.competences).toBe(4);
    expect(mine.rows[0]).toMatchObject({ opening });
    expect(mine.rows[0]?.percent).toBeGreaterThan(80);
    expect(mine.rows[0]?.reasons.has.map((it) => it.skill)).toContain('ПК 2.1. Контроль швов');
  });

  test('an employer sees those who may be shown, of the others only that none or some there are', async () => {
    await runJob(world, computeMatchesJob, {});
    expect(await fitting()).toEqual({ rows: [], hidden: 0 });
    const { id } = await consentTo(world, scene.anna.student);
    await runJob(world, computeMatchesJob, {});
    const seen = await fitting();
    expect(seen.rows.map((it) => it.name)).toEqual(['Берёзкина Пётр Ильич']);
    await world.call('registry.withdrawConsent', { id }, scene.anna.student);
    expect((await fitting()).rows).toEqual([]);
    await world.deliver();
    expect(await fitting()).toEqual({ rows: [], hidden: 0 });
    await expect(world.call('hiring.listFitting', { opening }, scene.otherHr)).rejects.toMatchObject({
      status: 404,
    });
  });

  test('competences named by the employer take the place of the speciality’s', async () => {
    const rows = [{ programmeCode: CODE, competence: 'ПК 2.1', essential: true }];
    await world.call('hiring.saveRequirements', { opening, rows }, scene.hr);
    await expect(
      world.call(
        'hiring.saveRequirements',
        { opening, rows: [{ ...rows[0], competence: 'ПК 9.9' }] },
        scene.hr,
      ),
    ).rejects.toMatchObject({ key: 'hiring:error.noCompetence' });
    await expect(
      world.call('hiring.saveRequirements', { opening, rows }, scene.otherHr),
    ).rejects.toMatchObject({ status: 404 });
    await consentTo(world, scene.anna.student);
    await runJob(world, computeMatchesJob, {});
    expect((await fitting()).rows[0]).toMatchObject({ percent: 100, reasons: { lacks: [] } });
    const openings = await world.call<{
      rows: { opening: string; fitting: number; requirements: object[] }[];
    }>('hiring.listOpenings', {}, scene.hr);
    expect(openings.rows).toMatchObject([{ opening, fitting: 1, requirements: rows }]);
  });

  test('what an exam has shown counts: aspects of the kit stand among the reasons of whoever got half a criterion', async () => {
    await runJob(world, computeMatchesJob, {});
    const before = (await mine()).rows[0];
    await examined({ points: 700, max: 1500 });
    await runJob(world, computeMatchesJob, {});
    // less than half of the criterion: asked now, held through the criterion only
    const less = (await mine()).rows[0];
    expect(less?.percent).toBeLessThan(before?.percent ?? 0);
    expect(less?.reasons.lacks.map((it) => it.skill)).toContain('КОД А1.1. Шов без пор');
    await corrected({ points: 800, max: 1500 });
    await runJob(world, computeMatchesJob, {});
    const more = (await mine()).rows[0];
    expect(more?.reasons.lacks.map((it) => it.skill)).not.toContain('КОД А1.1. Шов без пор');
    expect(more?.percent).toBeGreaterThan(less?.percent ?? 100);
    const words = await world.call<{ rows: { competence: string; module: string }[] }>(
      'hiring.listCompetences',
      { programmeCode: CODE },
      scene.hr,
    );
    expect(words.rows).toContainEqual({ competence: 'КОД А1.1', module: 'Шов без пор' });
  });

  test('nobody is proposed for work farther than the region’s own limit, or before the studies end', async () => {
    await runJob(world, computeMatchesJob, {});
    expect((await mine()).rows).toHaveLength(1);
    const far = world.newId();
    await sql`insert into registry.municipality (id, code, name, short_name, centre, kind, lat, lon, is_rural, zone_id, source)
      values (${far}, 'far', 'Дальний', 'Дальний', 'Дальний', 'district', 61.4, 49.66, true, ${scene.zone}, 'тест')`.execute(
      world.db,
    );
    await sql`update needs.line set municipality_id = ${far}`.execute(world.db);
    await runJob(world, computeMatchesJob, {});
    expect((await mine()).rows).toEqual([]);
    await sql`update needs.line set municipality_id = ${scene.place}`.execute(world.db);
    await sql`update programmes.study_group set graduation_year = 2028`.execute(world.db);
    await runJob(world, computeMatchesJob, {});
    expect((await mine()).rows).toEqual([]);
    await sql`update needs.line set year = 2027`.execute(world.db);
    await runJob(world, computeMatchesJob, {});
    expect((await mine()).rows).toHaveLength(1);
  });
});

interface Mine {
  rows: { opening: string; percent: number; reasons: Fitting['rows'][0]['reasons'] }[];
}
const mine = () => world.call<Mine>('hiring.myMatches', {}, scene.anna.student);

interface Points {
  points: number;
  max: number;
}
let session = '';
let examinee = '';
let result = '';

/** An exam with its grades, straight into its tables: how exams come about is tested in their own room. */
async function examined(points: Points): Promise<void> {
  const [kit, module, criterion, sub, centre] = Array.from({ length: 5 }, () => world.newId());
  session = world.newId();
  examinee = world.newId();
  const { college, groupId, anna } = scene;
  await sql`insert into exams.kit (id, code, regime, programme_code, programme_name, level, year, title, minutes, max, workplaces, experts, state)
    values (${kit}, 'КОД тест', 'ORDER_800', ${CODE}, 'Сварщик (демо)', 'BU', 2026, 'Комплект', 180, 1500, 5, '[]', 'approved')`.execute(
    world.db,
  );
  await sql`insert into exams.kit_module (id, kit_id, code, title, max, position) values (${module}, ${kit}, '1', 'Модуль', 1500, 0)`.execute(
    world.db,
  );
  await sql`insert into exams.kit_criterion (id, kit_id, module_id, code, title, max, position)
    values (${criterion}, ${kit}, ${module}, 'А', 'Сварка', 1500, 0)`.execute(world.db);
  await sql`insert into exams.kit_subcriterion (id, kit_id, criterion_id, code, title, position)
    values (${sub}, ${kit}, ${criterion}, 'А1', 'Шов', 0)`.execute(world.db);
  await sql`insert into exams.kit_aspect (id, kit_id, subcriterion_id, code, title, kind, max, position)
    values (${world.newId()}, ${kit}, ${sub}, 'А1.1', 'Шов без пор', 'measurement', 1500, 0)`.execute(
    world.db,
  );
  await sql`insert into exams.centre (id, organisation_id, name, address, workplaces)
    values (${centre}, ${college}, 'Площадка', 'Киров', 5)`.execute(world.db);
  await sql`insert into exams.session (id, code, kit_id, regime, centre_id, organisation_id, day, starts_at, check_on, workplaces, state)
    values (${session}, 'ДЭ-тест', ${kit}, 'ORDER_800', ${centre}, ${college}, '2026-11-10', 540, '2026-11-09', 5, 'graded')`.execute(
    world.db,
  );
  await sql`insert into exams.examinee (id, session_id, student_id, person_id, organisation_id, group_id, present)
    values (${examinee}, ${session}, ${anna.studentId}, ${anna.personId}, ${college}, ${groupId}, true)`.execute(
    world.db,
  );
  result = '';
  await corrected(points);
}

async function corrected({ points, max }: Points): Promise<void> {
  const id = world.newId();
  const criteria = JSON.stringify([{ code: 'А', title: 'Сварка', points, max }]);
  await sql`insert into exams.result (id, session_id, examinee_id, points, max, criteria, source, ground, replaces, made_at, hash)
    values (${id}, ${session}, ${examinee}, ${points}, ${max}, ${criteria}::jsonb, ${result ? 'correction' : 'here'},
      ${result ? 'проверка' : null}, ${result || null}, now(), 'тест')`.execute(world.db);
  result = id;
}
