import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/database/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import { runJob } from '../../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { examScene } from '../testing/exam-scene.test.kit.ts';
import { eraseExperts } from './erase-experts.ts';
import { remindRights } from './remind-rights.job.ts';

interface Id {
  id: string;
}
let world: TestWorld;
let scene: ReturnType<typeof examScene>;
let operator: Actor;
let plant: string;

beforeAll(async () => {
  world = await freshWorld();
  scene = examScene(world);
  operator = world.as('exam_operator_coordinator', { personId: await scene.person('Операторов') });
  plant = await scene.organisation('enterprise', 'ООО «Литейный двор» (демо)');
});

const enter = (surname: string, more: object = {}) =>
  world.call<Id>(
    'specialists.saveExpert',
    { person: { surname, givenName: 'Анна' }, organisationId: plant, ...more },
    operator,
  );
const grant = (id: string, more: object = {}) =>
  world.call<{ added: number }>(
    'specialists.grantRight',
    {
      id,
      regime: 'ORDER_800',
      level: 'expert',
      codes: ['15.01.05'],
      from: '2026-09-01',
      to: '2027-01-10',
      ...more,
    },
    operator,
  );
const card = async (id: string) =>
  world.call<{
    personId: string;
    state: string;
    rights: { from: string; to: string | null }[];
    validTo: string;
  }>('specialists.getExpert', { id }, operator);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: { key?: string; code?: string; message: string }) => error.key ?? error.code ?? error.message,
  );

describe('the base of experts', () => {
  test('an entry writes the tie to the employer and ends it when the job changes', async () => {
    const { id } = await enter('Ожегова');
    const { personId } = await card(id);
    const ties = async () =>
      (
        await sql<{
          open: boolean;
        }>`select upper_inf(valid) as open from registry.tie_v where person_id = ${personId}
          and kind = 'works_for' order by id`.execute(world.db)
      ).rows.map(({ open }) => open);
    expect(await ties()).toEqual([true]);
    const other = await scene.organisation('enterprise', 'АО «Прокат» (демо)');
    await world.call(
      'specialists.saveExpert',
      { id, person: { id: personId }, organisationId: other },
      operator,
    );
    expect(await ties()).toEqual([false, true]);
  });

  test('one person stands once in the base', async () => {
    const { id } = await enter('Дважды');
    const { personId } = await card(id);
    expect(await refusal(enter('Дважды', { person: { id: personId } }))).toContain('alreadyExpert');
  });

  test('a renewal begins where the right ends; the same right given twice adds nothing', async () => {
    const { id } = await enter('Продлёнова');
    expect((await grant(id)).added).toBe(1);
    expect((await grant(id)).added).toBe(0);
    expect((await card(id)).state).toBe('ending');
    expect((await grant(id, { from: '2026-12-01', to: '2028-12-01' })).added).toBe(1);
    const { rights, state } = await card(id);
    expect(rights.map(({ from, to }) => [from, to])).toEqual([
      ['2027-01-11', '2028-12-01'],
      ['2026-09-01', '2027-01-10'],
    ]);
    // today still the first document holds; the morning's reminder looks further
    expect(state).toBe('ending');
    expect(await refusal(grant(id, { level: 'certified' }))).toContain('levelOfRegime');
  });

  test('who has no right soon gets a task, who has renewed does not', async () => {
    const { id: late } = await enter('Поздно');
    await grant(late);
    const reminded = async () => {
      await runJob(world, remindRights, {});
      return (
        await sql<{
          id: string;
        }>`select subject_id as id from platform.task where kind = 'specialists.renewRight' and state = 'open'`.execute(
          world.db,
        )
      ).rows.map(({ id }) => id);
    };
    expect(await reminded()).toEqual([late]);
    await grant(late, { from: '2027-01-11', to: '2028-12-01' });
    expect(await reminded()).toEqual([]);
  });

  test('a house sees its own experts, a stranger none', async () => {
    const rows = async (as: Actor) =>
      (await world.call<{ rows: Id[] }>('specialists.listExperts', {}, as)).rows.length;
    const hr = world.as('enterprise_hr', { organisationId: plant });
    const all = await rows(operator);
    expect(await rows(hr)).toBe(all - 1);
    expect(await rows(world.as('enterprise_hr', { organisationId: world.newId() }))).toBe(0);
    expect(await refusal(rows(world.as('student')))).not.toBe('ok');
  });
});

describe('availability', () => {
  test('later words win on their days; the planner reads the result', async () => {
    const { id } = await enter('Занятова');
    const { personId } = await card(id);
    await grant(id, { to: '2028-09-01' });
    const own = world.as('expert', { personId });
    await world.call('specialists.saveAvailability', { weekdays: [1, 2, 3, 4, 5], monthLimit: 4 }, own);
    await world.call('specialists.noteAbsence', { kind: 'busy', from: '2027-06-01', to: '2027-06-10' }, own);
    await world.call('specialists.noteAbsence', { kind: 'free', from: '2027-06-05', to: '2027-06-06' }, own);
    const { plannableExperts } = await import('../index.ts');
    const list = await plannableExperts(world.db, {
      regime: 'ORDER_800',
      from: '2027-06-01',
      to: '2027-06-14',
    });
    // 5 and 6 June are a Saturday and a Sunday, offered beyond the week; 12 and 13 are not
    expect(list.find((one) => one.personId === personId)).toMatchObject({
      monthLimit: 4,
      days: ['2027-06-05', '2027-06-06', '2027-06-11', '2027-06-14'],
    });
    // the operator writes down a call; somebody else may not
    await world.call(
      'specialists.noteAbsence',
      { expertId: id, kind: 'ill', from: '2027-06-11', to: '2027-06-11' },
      operator,
    );
    expect(
      await refusal(
        world.call(
          'specialists.noteAbsence',
          { expertId: id, kind: 'busy', from: '2027-06-14', to: '2027-06-14' },
          world.as('expert'),
        ),
      ),
    ).not.toBe('ok');
  });
});

describe('tests and requests', () => {
  const question = (n: number) => ({
    id: `q${n}`,
    text: `Вопрос ${n}`,
    options: [
      { id: 'a', text: 'верно', right: true },
      { id: 'b', text: 'неверно', right: false },
    ],
  });
  test('the test first; attempts are counted; the right follows the grant for 24 months', async () => {
    const { id: testId } = await world.call<Id>(
      'specialists.saveTest',
      {
        title: 'Право оценки',
        regime: 'ORDER_800',
        level: 'expert',
        questions: [1, 2, 3, 4].map(question),
        asked: 2,
        passPercent: 100,
        mostAttempts: 2,
        minutes: 10,
        from: '2026-01-01',
      },
      operator,
    );
    const personId = await scene.person('Новичкова');
    const teacher = world.as('college_teacher', { personId });
    const ask = () =>
      world.call<Id>(
        'specialists.sendApplication',
        { regime: 'ORDER_800', level: 'expert', codes: ['15.01.05'] },
        teacher,
      );
    expect(await refusal(ask())).toContain('testFirst');
    const attempt = async (answer: string) => {
      const begun = await world.call<Id & { questions: { id: string; options: object[] }[] }>(
        'specialists.startAttempt',
        { id: testId },
        teacher,
      );
      expect(JSON.stringify(begun.questions)).not.toContain('right');
      const answers = Object.fromEntries(begun.questions.map(({ id }) => [id, [answer]]));
      return world.call<{ passed: boolean; left: number }>(
        'specialists.finishAttempt',
        { id: begun.id, answers },
        teacher,
      );
    };
    expect(await attempt('b')).toMatchObject({ passed: false, left: 1 });
    expect(await attempt('a')).toMatchObject({ passed: true, left: 0 });
    expect(await refusal(attempt('a'))).toContain('noAttempts');
    const { id } = await ask();
    expect(await refusal(ask())).toContain('alreadySent');
    const decide = (more: object) =>
      world.call('specialists.decideApplication', { id, grant: true, ...more }, operator);
    expect(await refusal(decide({ grant: false }))).toContain('groundNeeded');
    await decide({});
    const mine = await world.call<{ card: { rights: { from: string; to: string }[]; state: string } }>(
      'specialists.myExpert',
      {},
      teacher,
    );
    expect(mine.card).toMatchObject({ state: 'ready', rights: [{ from: '2026-11-23', to: '2028-11-22' }] });
    expect(await refusal(decide({}))).toContain('decided');
  });

  test('answers that come after the time count nothing', async () => {
    const teacher = world.as('college_teacher', { personId: await scene.person('Опоздалова') });
    const { tests } = await world.call<{ tests: Id[] }>('specialists.myExpert', {}, teacher);
    const begun = await world.call<Id & { questions: Id[] }>(
      'specialists.startAttempt',
      { id: tests[0]?.id },
      teacher,
    );
    world.clock.set('2026-11-23T09:11:00Z');
    const answers = Object.fromEntries(begun.questions.map(({ id }) => [id, ['a']]));
    expect(await world.call('specialists.finishAttempt', { id: begun.id, answers }, teacher)).toMatchObject({
      passed: false,
      score: 0,
    });
    world.clock.set('2026-11-23T09:00:00Z');
  });
});

describe('a list of experts from a file', () => {
  const rows = [
    'ФИО;Организация;Должность;Специальность;Уровень;Действует до;Район',
    'Списков Пётр Иванович;Литейный двор (демо);Технолог;15.01.05, 15.01.38;Главный эксперт;31.12.2027;',
    'Списков Пётр Иванович;Литейный двор (демо);Технолог;22.02.06;эксперт;31.12.2027;',
    'Безымянный;Литейный двор (демо);;15.01.05;;;',
    'Чужаков Иван;Завод, которого нет;;15.01.05;;;',
  ].join('\n');
  const file = { name: 'эксперты.csv', content: Buffer.from(rows).toString('base64') };

  test('good rows are entered once, faulty ones are said by cell, a second upload doubles nothing', async () => {
    const preview = await world.call<Record<string, unknown> & { remarks: { cell: string; id: string }[] }>(
      'specialists.previewExperts',
      file,
      operator,
    );
    expect(preview).toMatchObject({ rows: 4, add: 1, change: 0, refused: 2, missing: [] });
    expect(preview.remarks.map(({ cell, id }) => [cell, id.split('.').at(-1)])).toEqual([
      ['A4', 'name'],
      ['A5', 'organisation'],
    ]);
    const bring = (mode: string) => world.call('specialists.importExperts', { ...file, mode }, operator);
    expect(await refusal(bring('all'))).toContain('fileHasFaults');
    expect(await bring('good')).toMatchObject({ added: 1, changed: 0 });
    expect(await bring('good')).toMatchObject({ added: 0, changed: 0, same: 1 });
    const { rows: found } = await sql<{ n: number; codes: string }>`select count(distinct e.id)::int as n,
        string_agg(r.code || ' ' || r.level, ', ' order by r.code) as codes
      from specialists.expert_v e join specialists.expert_right r on r.expert_id = e.id where e.full_name like 'Списков%'`.execute(
      world.db,
    );
    expect(found[0]).toEqual({ n: 1, codes: '15.01.05 chief, 15.01.38 chief, 22.02.06 expert' });
  });
});

test('a personal circumstance makes a tie of kinship, and its answer tells nothing', async () => {
  const { id } = await enter('Родственникова');
  const { personId } = await card(id);
  const student = await scene.person('Сынов', 'Иван');
  const own = world.as('expert', { personId });
  const tell = (surname: string) =>
    world.call('specialists.declareCircumstance', { surname, givenName: 'Иван' }, own);
  expect(await tell('Сынов')).toEqual(await tell('Никаковский'));
  const { rows } = await sql<{
    to: string;
  }>`select to_person_id as to from registry.tie_v where kind = 'kin' and person_id = ${personId}`.execute(
    world.db,
  );
  expect(rows).toEqual([{ to: student }]);
  expect(await card(id)).toMatchObject({ circumstances: 0 });
});

test('five years after leaving nothing personal is kept but the entry; of who stays all is kept', async () => {
  const tables = ['absence', 'circumstance', 'declaration', 'application', 'attempt'];
  const left = async (id: string) => {
    const { personId } = await card(id);
    const counts = await Promise.all(
      tables.map(async (name) => {
        const own = ['application', 'attempt'].includes(name)
          ? sql`person_id = ${personId}`
          : sql`expert_id = ${id}`;
        const { rows } = await sql<{ n: number }>`select count(*)::int as n
          from ${sql.table(`specialists.expert_${name}`)} where ${own}`.execute(world.db);
        return [name, rows[0]?.n];
      }),
    );
    return Object.fromEntries(counts);
  };
  const test = world.newId();
  await sql`insert into specialists.expert_test (id, title, regime, level, questions, asked, pass_percent, most_attempts, minutes, valid)
    values (${test}, 'Тест', 'ORDER_800', 'expert', '[]', 1, 50, 3, 30, '[2026-01-01,)')`.execute(world.db);
  const ids = [];
  for (const name of ['Ушедшева', 'Оставшева']) {
    const { id } = await enter(name);
    const { personId } = await card(id);
    const attempt = world.newId();
    await sql`insert into specialists.expert_absence (id, expert_id, kind, period, noted_on)
      values (${world.newId()}, ${id}, 'ill', '[2026-11-01,2026-11-05)', '2026-11-01')`.execute(world.db);
    await sql`insert into specialists.expert_circumstance (id, expert_id, surname, given_name, declared_on)
      values (${world.newId()}, ${id}, 'Сынов', 'Иван', '2026-11-01')`.execute(world.db);
    await sql`insert into specialists.expert_declaration (id, expert_id, source_kind, source_id, kind, declared_at)
      values (${world.newId()}, ${id}, 'exams.session', ${world.newId()}, 'none', now())`.execute(world.db);
    await sql`insert into specialists.expert_attempt (id, test_id, person_id, number, questions, started_at)
      values (${attempt}, ${test}, ${personId}, 1, '[]', now())`.execute(world.db);
    await sql`insert into specialists.expert_application (id, person_id, regime, level, codes, kind, attempt_id, state, sent_on)
      values (${world.newId()}, ${personId}, 'ORDER_800', 'expert', '{15.01.05}', 'new', ${attempt}, 'granted', '2026-11-02')`.execute(
      world.db,
    );
    ids.push(id);
  }
  const [gone = '', stays = ''] = ids;
  await sql`update specialists.expert set left_on = '2026-11-20' where id = ${gone}`.execute(world.db);
  const run = (before: string) =>
    inTransaction(world.db, (tx) =>
      eraseExperts.run(tx, { before, today: '2031-11-21', now: '2031-11-21T00:00:00Z', newId: world.newId }),
    );
  expect(await run('2026-11-20')).toBe(0);
  expect(await run('2026-11-21')).toBe(5);
  const all = (n: number) => Object.fromEntries(tables.map((name) => [name, n]));
  expect(await left(gone)).toEqual(all(0));
  expect(await left(stays)).toEqual(all(1));
});
