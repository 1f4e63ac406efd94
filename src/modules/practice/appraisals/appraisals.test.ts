import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { remind } from '../reminders/daily.job.ts';
import {
  addAgreement,
  addMentor,
  addOffer,
  addPlan,
  addStudent,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Scene;
let planId: string;
let id: string;
let master: Awaited<ReturnType<typeof addMentor>>;
let one: Awaited<ReturnType<typeof addStudent>>;

beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  scene = await makeScene(world);
  planId = await addPlan(world, scene);
  const offerId = await addOffer(world, scene);
  await addAgreement(world, scene);
  one = await addStudent(world, scene, 'Готовый');
  id =
    (
      await world.call<{ placed: string[] }>(
        'practice.placeStudents',
        { planId, offerId, studentIds: [one.studentId], way: 'group' },
        scene.deputy,
      )
    ).placed[0] ?? '';
  master = await addMentor(world, scene);
  await world.call('practice.nameMentor', { ids: [id], appointmentId: master.appointmentId }, scene.hr);
});
const onSite = () =>
  sql`update practice.placement set state = 'in_progress', briefing_on = '2026-12-07' where id = ${id}`.execute(
    world.db,
  );

interface Sheet {
  sheet: { student: string; competences: string[]; qualities: { code: string; title: string }[] };
}
const sheetOf = () => world.call<Sheet>('practice.getAppraisal', { id }, master.mentor);
const whole = async (mastered = true) => {
  const { sheet } = await sheetOf();
  return {
    competences: sheet.competences.map((code) => ({ code, mastered })),
    qualities: sheet.qualities.map(({ code }) => ({ code, mark: 5 })),
    reference: 'Работал старательно. Возьмём.',
  };
};

describe('M-37: the appraisal sheet', () => {
  test('both parts are required: competences and personal qualities', async () => {
    await onSite();
    const filled = await whole();
    const fill = (more: object) =>
      world.call('practice.fillAppraisal', { id, ...filled, ...more }, master.mentor);
    await expect(fill({ qualities: [] })).rejects.toMatchObject({
      rule: 'M-37',
      key: 'practice:rule.M-37.qualities',
      fields: [{ path: 'qualities' }],
    });
    await expect(fill({ qualities: filled.qualities.slice(1) })).rejects.toMatchObject({ rule: 'M-37' });
    await expect(fill({ competences: [] })).rejects.toMatchObject({ key: 'practice:rule.M-37.competences' });
    await expect(fill({ competences: [{ code: 'ПК 99', mastered: true }] })).rejects.toMatchObject({
      key: 'practice:rule.M-37.competences',
    });
    expect(await fill({})).toEqual({ id, positive: true });
    const { rows } =
      await sql`select appraisal_on, appraisal_positive, reference_on from practice.placement where id = ${id}`.execute(
        world.db,
      );
    expect(rows).toEqual([
      { appraisal_on: '2026-11-23', appraisal_positive: true, reference_on: '2026-11-23' },
    ]);
  });
  test('one competence not mastered: the sheet is negative', async () => {
    await onSite();
    expect(
      await world.call('practice.fillAppraisal', { id, ...(await whole(false)) }, master.mentor),
    ).toMatchObject({
      positive: false,
    });
  });
  test('only the own mentor fills it, and only on site or right after', async () => {
    const filled = await whole();
    await expect(
      world.call('practice.fillAppraisal', { id, ...filled }, master.mentor),
    ).rejects.toMatchObject({ key: 'practice:appraisal.error.notNow' });
    await onSite();
    const other = await addMentor(world, scene, 'Чужой');
    await expect(world.call('practice.fillAppraisal', { id, ...filled }, other.mentor)).rejects.toMatchObject(
      { status: 404 },
    );
  });
});

describe('asked for while the mentor still comes here', () => {
  const due = async () =>
    (
      await world.call<{ rows: { kind: string }[] }>('tasks.listMyTasks', { limit: 100 }, master.mentor)
    ).rows.filter(({ kind }) => kind === 'practice.appraisalDue').length;

  test('a task and one letter two days ahead; filled, it falls away and counts as answered in time', async () => {
    await onSite();
    await sql`insert into registry.person_contact (id, person_id, kind, value, valid)
      values (${world.newId()}, ${master.mentor.personId}, 'email', 'mentor@example.org', '[2026-01-01,)')`.execute(
      world.db,
    );
    const letters = async () =>
      (await sql`select 1 from platform.mail_content where address = 'mentor@example.org'`.execute(world.db))
        .rows.length;
    world.clock.set('2027-01-26T06:00:00Z');
    await remind(world);
    expect(await due()).toBe(0);
    world.clock.set('2027-01-27T06:00:00Z');
    await remind(world);
    expect([await due(), await letters()]).toEqual([1, 1]);
    world.clock.set('2027-01-28T06:00:00Z');
    await remind(world);
    expect([await due(), await letters()]).toEqual([1, 1]);
    const share = () => world.call('practice.appraisalShare', {}, scene.deputy);
    expect(await share()).toMatchObject({ asked: 1, answered: 0 });
    await world.call('practice.fillAppraisal', { id, ...(await whole()) }, master.mentor);
    expect(await due()).toBe(0);
    expect(await share()).toEqual({ asked: 1, answered: 1, inTime: 1, since: '2026-09-01' });
  });

  test('a mentor without an account fills it by a link and a code told apart', async () => {
    await onSite();
    const ask = () =>
      world.call<{ codes: { code: string }[] }>('practice.askAppraisals', { ids: [id] }, scene.hr);
    await expect(ask()).rejects.toMatchObject({ key: 'practice:appraisal.error.noAddress' });
    await sql`insert into registry.person_contact (id, person_id, kind, value, valid)
      values (${world.newId()}, ${master.mentor.personId}, 'email', 'master@example.org', '[2026-01-01,)')`.execute(
      world.db,
    );
    const { codes } = await ask();
    const { rows } = await sql<{
      body: string;
    }>`select body from platform.mail_content where address = 'master@example.org'`.execute(world.db);
    const token = /appraisal#([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
    expect(rows[0]?.body).not.toContain(codes[0]?.code);
    const peeked = await world.call<{ state: string }>(
      'practice.peekAppraisal',
      { token },
      world.as('visitor'),
    );
    expect(peeked.state).toBe('open');
    expect(JSON.stringify(peeked)).not.toContain('Готовый');
    const send = async (code: string, more: object = {}) =>
      world.call<{ done: boolean; why?: string }>(
        'practice.sendAppraisal',
        { token, code, ...(await whole()), ...more },
        world.as('visitor'),
      );
    expect(await send('000000')).toMatchObject({ done: false, why: 'wrongCode' });
    // a sheet with a gap is refused and the link stays good
    await expect(send(codes[0]?.code ?? '', { qualities: [] })).rejects.toMatchObject({ rule: 'M-37' });
    expect(await send(codes[0]?.code ?? '')).toMatchObject({ done: true, positive: true });
    expect(await send(codes[0]?.code ?? '')).toMatchObject({ done: false, why: 'spent' });
  });
});

describe('reminders of the course', () => {
  const kinds = async (as = scene.deputy) =>
    (
      await world.call<{ rows: { kind: string; subject: { id: string } }[] }>(
        'tasks.listMyTasks',
        { limit: 200 },
        as,
      )
    ).rows
      .filter(
        ({ kind, subject }) =>
          /^practice\.(consents|medical|start|gradeDue|logGaps)$/.test(kind) &&
          [planId, id].includes(subject.id),
      )
      .map(({ kind }) => kind)
      .sort();
  test('consents and papers before the start, gaps during it, the mark after it; each falls away when done', async () => {
    const young = await addStudent(world, scene, 'Юный', '2010-03-05');
    const offerId = await addOffer(world, scene, { needsMedical: true, title: 'Цех № 3' });
    await world.call(
      'practice.placeStudents',
      { planId, offerId, studentIds: [young.studentId], way: 'group' },
      scene.deputy,
    );
    await remind(world);
    expect(await kinds()).toEqual(['practice.consents', 'practice.medical']);
    world.clock.set('2026-12-04T06:00:00Z');
    await remind(world);
    expect(await kinds()).toEqual(['practice.consents', 'practice.medical', 'practice.start']);
    await onSite();
    world.clock.set('2026-12-10T06:00:00Z');
    await remind(world);
    expect(await kinds(one.student)).toEqual(['practice.logGaps']);
    for (const day of ['2026-12-07', '2026-12-08', '2026-12-09'])
      await world.call('practice.writeLogDay', { id, day, note: 'Сварка', minutes: 420 }, one.student);
    await remind(world);
    expect(await kinds(one.student)).toEqual([]);
    await sql`update practice.placement set state = 'documents_complete' where id = ${id}`.execute(world.db);
    await remind(world);
    expect(await kinds()).toContain('practice.gradeDue');
  });
});
