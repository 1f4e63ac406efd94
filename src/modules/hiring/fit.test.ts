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
});
