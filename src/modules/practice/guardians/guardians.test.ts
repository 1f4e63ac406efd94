import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import {
  addAgreement,
  addOffer,
  addPlan,
  addStudent,
  makeScene,
  type Scene,
} from '../testing/scene.test.kit.ts';

let world: TestWorld;
let scene: Scene;
let planId: string;
let minor: Awaited<ReturnType<typeof addStudent>>;
let id: string;

beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-23T09:00:00Z');
  scene = await makeScene(world);
  planId = await addPlan(world, scene);
  const offerId = await addOffer(world, scene);
  await addAgreement(world, scene);
  minor = await addStudent(world, scene, 'Юный', '2010-03-05');
  id =
    (
      await world.call<{ placed: string[] }>(
        'practice.placeStudents',
        { planId, offerId, studentIds: [minor.studentId], way: 'group' },
        scene.deputy,
      )
    ).placed[0] ?? '';
});

const file = (more: object = {}) =>
  world.call(
    'practice.saveTrainee',
    {
      personId: minor.personId,
      homeId: scene.place,
      guardianName: 'Юная Мария Петровна',
      guardianContact: 'mother@example.org',
      ...more,
    },
    scene.deputy,
  );
const ask = (how: 'letter' | 'sheet' = 'letter') =>
  world.call<{ asked: number; links: { placementId: string; address: string }[] }>(
    'practice.askGuardians',
    { ids: [id], how },
    scene.deputy,
  );
const visitor = () => world.as('visitor');
/** The token of the newest letter, as it stands in the log until it is sent. */
async function mailed(): Promise<string> {
  const { rows } = await sql<{
    body: string;
  }>`select body from platform.mail_content c join platform.mail m on m.id = c.mail_id
    where c.address = 'mother@example.org' order by m.created_at desc, m.id desc limit 1`.execute(world.db);
  return /guardian#([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
}
type Answered = { done: boolean; why?: string; triesLeft?: number; student?: string; again?: string | null };
const answer = (token: string, what: 'given' | 'refused' | 'withdrawn', code = '05.03.2010') =>
  world.call<Answered>('practice.answerGuardian', { token, code, answer: what }, visitor());
const peek = (token: string) =>
  world.call<{ state: string; ask: Record<string, unknown> | null }>(
    'practice.peekGuardian',
    { token },
    visitor(),
  );
const consent = async () =>
  (
    await sql`select answer, how, answered_by as by, withdrawn_on is not null as withdrawn from practice.consent
      where placement_id = ${id} and kind = 'guardian'`.execute(world.db)
  ).rows[0];

describe('X-06: asking a legal representative', () => {
  test('only a contact that the college entered is used, and never the student’s own', async () => {
    await expect(ask()).rejects.toMatchObject({
      key: 'practice:guardian.error.notConfirmed',
      fields: [{ path: 'ids.0' }],
    });
    await file({ guardianContact: '8 912 000-00-00' });
    await expect(ask()).rejects.toMatchObject({ key: 'practice:guardian.error.noAddress' });
    await sql`insert into registry.person_contact (id, person_id, kind, value, valid)
      values (${world.newId()}, ${minor.personId}, 'email', 'Mother@example.org', '[2026-01-01,)')`.execute(
      world.db,
    );
    await file();
    await expect(ask()).rejects.toMatchObject({ key: 'practice:guardian.error.ownAddress' });
    // the student has no right to enter one at all
    await expect(
      world.call('practice.saveTrainee', { personId: minor.personId, guardianName: 'Друг' }, minor.student),
    ).rejects.toMatchObject({ status: 403 });
  });
  test('an adult needs no consent', async () => {
    await sql`update registry.person set birth_date = '2008-01-01' where id = ${minor.personId}`.execute(
      world.db,
    );
    await file();
    await expect(ask()).rejects.toMatchObject({ key: 'practice:guardian.error.adult' });
  });
});

describe('the link', () => {
  test('opening it spends nothing and names nobody; the birthday is needed; consent is given once', async () => {
    await file();
    await ask();
    const token = await mailed();
    const seen = await peek(token);
    expect(seen).toMatchObject({ state: 'open', ask: { host: '«Литейный двор» (демо)', given: false } });
    expect(JSON.stringify(seen)).not.toContain('Юн');
    expect(await peek(token)).toEqual(seen);
    expect(await answer(token, 'given', '01.01.2010')).toMatchObject({ why: 'wrongCode', triesLeft: 9 });
    const given = await answer(token, 'given');
    expect(given).toMatchObject({ done: true, student: 'Пётр' });
    expect(await consent()).toEqual({
      answer: 'given',
      how: 'link',
      by: 'Юная Мария Петровна',
      withdrawn: false,
    });
    expect(await answer(token, 'given')).toMatchObject({ done: false });
    // the new link takes the consent back
    const again = /#([\w-]+)/.exec(given.again ?? '')?.[1] ?? '';
    expect((await peek(again)).ask).toMatchObject({ given: true });
    expect(await answer(again, 'withdrawn')).toMatchObject({ done: true });
    expect(await consent()).toMatchObject({ withdrawn: true });
  });
  test('refusing is one answer too, and the college is told', async () => {
    await file();
    await ask();
    expect(await answer(await mailed(), 'refused')).toMatchObject({ done: true });
    expect(await consent()).toMatchObject({ answer: 'refused' });
    const { rows } = await world.call<{ rows: { kind: string; subject: { id: string } }[] }>(
      'tasks.listMyTasks',
      { limit: 100 },
      scene.deputy,
    );
    expect(rows).toContainEqual(
      expect.objectContaining({
        kind: 'practice.guardianSaidNo',
        subject: { kind: 'practice.plan', id: planId },
      }),
    );
  });
  test('ten wrong birthdays lock it; asking again kills the former link and opens a new one', async () => {
    await file();
    await ask();
    const first = await mailed();
    for (let i = 0; i < 10; i += 1) await answer(first, 'given', '01.01.2010');
    expect(await answer(first, 'given')).toMatchObject({ done: false, why: 'locked' });
    const sheet = await ask('sheet');
    const token = /#([\w-]+)/.exec(sheet.links[0]?.address ?? '')?.[1] ?? '';
    expect((await peek(first)).state).toBe('killed');
    expect(await answer(token, 'given')).toMatchObject({ done: true });
  });
  test('neither the token nor the birthday is kept in words', async () => {
    await file();
    const { links } = await ask('sheet');
    const token = /#([\w-]+)/.exec(links[0]?.address ?? '')?.[1] ?? '';
    const { rows } = await sql<{ text: string }>`select to_jsonb(l)::text as text from platform.link l
      where subject_id = ${id}`.execute(world.db);
    expect(rows.length).toBe(1);
    for (const { text } of rows) {
      expect(text).not.toContain(token.slice(22));
      expect(text).not.toContain('05032010');
    }
  });
  test('after the start only withdrawing is possible', async () => {
    await file();
    await ask();
    const token = await mailed();
    await sql`update practice.placement set state = 'in_progress' where id = ${id}`.execute(world.db);
    expect(await answer(token, 'given')).toMatchObject({ done: false, why: 'tooLate' });
    await sql`update practice.placement set state = 'contract_ok' where id = ${id}`.execute(world.db);
    expect(await answer(token, 'given')).toMatchObject({ done: true });
  });
});

test('a consent on paper counts only with the original', async () => {
  const note = (original: boolean) =>
    world.call(
      'practice.noteConsent',
      { id, kind: 'guardian', answer: 'given', by: 'Юная М. П.', on: '2026-11-23', original },
      scene.deputy,
    );
  await expect(note(false)).rejects.toMatchObject({ fields: [{ path: 'original' }] });
  await note(true);
  expect(await consent()).toMatchObject({ answer: 'given', how: 'paper' });
});
