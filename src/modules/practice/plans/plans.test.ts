import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { addOffer, addPlan, addStudent, makeScene, PLAN, type Scene } from '../testing/scene.test.kit.ts';

interface Year {
  rows: {
    id: string;
    state: string;
    title: string;
    from: string;
    placed: number;
    supervisor: string | null;
    collisions: { kind: string; blocks: boolean }[];
  }[];
  bare: { code: string }[];
}
interface Preview {
  fileId: string;
  hash: string;
  add: number;
  change: number;
  same: number;
  refused: number;
  missing: string[];
  remarks: { cell: string; id: string }[];
}

let world: TestWorld;
let scene: Scene;
beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  scene = await makeScene(world);
});
const year = (as = scene.deputy, schoolYear = 2026) =>
  world.call<Year>('practice.listPlans', { schoolYear }, as);

describe('the year plan', () => {
  test('shows each practice with what collides, and groups without any', async () => {
    await scene.group('СВ-25', 2025, 2028);
    await addPlan(world, scene);
    await addPlan(
      world,
      scene,
      { kind: 'UP', moduleCode: 'УП.09', title: 'Учебная', from: '2027-01-25', to: '2027-02-05' },
      false,
    );
    const { rows, bare } = await year();
    expect(bare).toMatchObject([{ code: 'СВ-25' }]);
    expect(rows[1]?.collisions.map(({ kind }) => kind).sort()).toEqual([
      'groupTwice',
      'noModule',
      'tooManyHours',
    ]);
    await expect(
      world.call('practice.approvePlans', { ids: [rows[1]?.id] }, scene.deputy),
    ).rejects.toMatchObject({
      key: 'practice:error.planCollides',
      fields: [
        { path: 'ids.0', key: 'practice:collision.tooManyHours' },
        { key: 'practice:collision.groupTwice' },
      ],
    });
  });

  test.each([
    ['outside the school year', { from: '2026-12-07', to: '2027-09-15' }, 'outsideYear'],
    ['only days off', { from: '2027-01-01', to: '2027-01-03', academicHours: 6 }, 'noWorkingDays'],
    ['more hours than weeks hold', { academicHours: 289 }, 'tooManyHours'],
  ])('is not approved: %s', async (_, more, kind) => {
    const id = await addPlan(world, scene, more, false);
    await expect(world.call('practice.approvePlans', { ids: [id] }, scene.deputy)).rejects.toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ key: `practice:collision.${kind}` })]),
    });
  });

  test('a changed practice is a draft again; with somebody placed it is not changed or cancelled', async () => {
    const id = await addPlan(world, scene);
    const save = () =>
      world.call('practice.savePlan', { id, groupId: scene.groupId, ...PLAN, title: 'Другая' }, scene.deputy);
    await save();
    expect((await year()).rows).toMatchObject([{ state: 'draft', title: 'Другая' }]);
    await world.call('practice.approvePlans', { ids: [id] }, scene.deputy);
    const { studentId } = await addStudent(world, scene, 'Один');
    const offerId = await addOffer(world, scene);
    await world.call(
      'practice.placeStudents',
      { planId: id, offerId, studentIds: [studentId], way: 'named' },
      scene.deputy,
    );
    await expect(save()).rejects.toMatchObject({ key: 'practice:error.planHasPlacements' });
    await expect(
      world.call('practice.cancelPlan', { id, reason: 'нет' }, scene.deputy),
    ).rejects.toMatchObject({ status: 409 });
    expect((await year()).rows).toMatchObject([{ placed: 1 }]);
  });

  test('last year is repeated for the next group of the programme, a year later, once', async () => {
    await addPlan(world, scene);
    const parallel = await scene.group('СВ2-24');
    await addPlan(world, scene, {
      groupId: parallel,
      moduleCode: 'УП.01',
      title: 'Учебная',
      kind: 'UP',
      heldAt: 'college',
    });
    await addPlan(world, scene, { moduleCode: 'ПП.02', from: '2027-02-01', to: '2027-02-26' }, false);
    await scene.group('СВ-25', 2025, 2028);
    await scene.group('СВ2-25', 2025, 2028);
    const copy = () => world.call('practice.copyYear', { schoolYear: 2027 }, scene.deputy);
    // the draft of last year is not repeated
    expect(await copy()).toEqual({ copied: 2, skipped: 0 });
    const { rows } = await sql`select g.code, p.module_code as module, p.title, lower(p.period) as "from",
        upper(p.period) - 1 as "to", p.state, p.academic_hours as hours, p.competences
      from practice.plan p join programmes.study_group_v g on g.id = p.group_id
      where p.school_year = 2027 and p.organisation_id = ${scene.college} order by g.code`.execute(world.db);
    expect(rows).toMatchObject([
      {
        code: 'СВ-25',
        module: 'ПП.01',
        title: PLAN.title,
        state: 'draft',
        hours: 216,
        competences: ['ПК 1.1'],
      },
      { code: 'СВ2-25', module: 'УП.01', title: 'Учебная', state: 'draft' },
    ]);
    expect(rows[0]).toMatchObject({ from: '2027-12-07', to: '2028-01-29' });
    expect(await copy()).toEqual({ copied: 0, skipped: 2 });
  });

  test('another college sees nothing of it', async () => {
    await addPlan(world, scene);
    expect(
      (
        await year(
          world.as('college_deputy', { organisationId: await scene.organisation('college', 'Иной') }),
        )
      ).rows,
    ).toEqual([]);
    await expect(
      world.call(
        'practice.savePlan',
        { groupId: scene.groupId, ...PLAN },
        world.as('college_deputy', { organisationId: scene.host }),
      ),
    ).rejects.toMatchObject({ key: 'practice:error.otherGroup' });
  });
});

describe('a file with the plan', () => {
  const csv = (...rows: string[]) =>
    Buffer.from(['Группа;Вид практики;Код;Начало;Окончание;Часов', ...rows].join('\n')).toString('base64');
  const look = (content: string) =>
    world.call<Preview>(
      'practice.previewPlanFile',
      { name: 'plan.csv', content, schoolYear: 2026 },
      scene.deputy,
    );
  const apply = ({ fileId, hash }: Preview, mode = 'all') =>
    world.call<{ added: number; changed: number; same: number }>(
      'practice.applyPlanFile',
      { fileId, hash, mode },
      scene.deputy,
    );
  const GOOD = [
    'св 24;УП;УП.01;07.09.2026;25.09.2026;108',
    'СВ-24;производственная;ПП.01;07.12.2026;29.01.2027;216',
  ];

  test('is read with its own words, written once, and a second upload changes nothing', async () => {
    const first = await look(csv(...GOOD));
    expect(first).toMatchObject({ add: 2, refused: 0, missing: [] });
    expect(await apply(first)).toMatchObject({ added: 2 });
    await expect(apply(first)).rejects.toMatchObject({ key: 'practice:error.fileApplied' });
    expect(await look(csv(...GOOD))).toMatchObject({ add: 0, same: 2 });
    const moved = await look(csv(GOOD[0] ?? '', 'СВ-24;ПП;ПП.01;14.12.2026;05.02.2027;216'));
    expect(moved).toMatchObject({ change: 1, same: 1 });
    await apply(moved);
    expect((await year()).rows.map(({ from }) => from)).toEqual(['2026-09-07', '2026-12-14']);
  });

  test('faults are named by cell; all or nothing, or the good rows by choice', async () => {
    const bad = await look(
      csv(
        ...GOOD,
        'ТЭ-99;УП;УП.01;07.09.2026;25.09.2026;108',
        'СВ-24;танцы;X;07.09.2026;25.09.2026;10',
        'СВ-24;УП;УП.02;25.09.2026;07.09.2026;10',
        'СВ-24;УП;УП.01;07.09.2026;25.09.2026;108',
      ),
    );
    expect(bad).toMatchObject({ add: 2, refused: 4 });
    expect(bad.remarks.map(({ cell, id }) => `${cell} ${id}`)).toEqual([
      'A4 practice:file.unknownGroup',
      'B5 practice:file.unclearKind',
      'E6 practice:file.endsBeforeStart',
      'A7 practice:file.twice',
    ]);
    await expect(apply(bad)).rejects.toMatchObject({
      key: 'practice:error.fileHasFaults',
      params: { count: 4 },
    });
    expect(await apply(bad, 'good')).toMatchObject({ added: 2, refused: 4 });
  });

  test('columns that are not there are named', async () => {
    const content = Buffer.from('Группа;Вид практики;Начало\nСВ-24;УП;07.09.2026').toString('base64');
    expect((await look(content)).missing).toEqual(['to', 'hours']);
  });
});
