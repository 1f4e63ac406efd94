import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { type College, enrolOne, makeCollege } from '../testing/college.ts';
import type { FileReport } from './file-report.ts';

interface Preview {
  importId: string;
  hash: string;
  missing: string[];
  plan: { add: number; change: number; same: number };
  report: FileReport;
  columns: { column: number; field: string | null }[];
  note: string | null;
}

let world: TestWorld;
let college: College;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const preview = (text: string, more: object = {}) =>
  world.call<Preview>(
    'programmes.previewImport',
    { kind: 'contingent', name: 'список.csv', content: base64(text), ...more },
    college.deputy,
  );
const apply = ({ importId, hash }: Preview, more: object = {}) =>
  world.call('programmes.applyImport', { importId, hash, mode: 'all', ...more }, college.deputy);
const students = async () =>
  (
    await sql<{ name: string; group: string; funding: string; status: string; line: string | null }>`
      select r.full_name as name, g.code as "group", s.funding, s.status, s.seat_line_id as line from programmes.student s
      join registry.person_v r on r.id = s.person_id join programmes.study_group g on g.id = s.group_id
      join programmes.programme p on p.id = g.programme_id
      where p.organisation_id = ${college.organisationId} order by r.sort_key, s.id`.execute(world.db)
  ).rows;

const HEAD =
  'ФИО;Дата рождения;Группа;Курс;Код специальности;Форма финансирования;Дата зачисления;Номер личного дела';
const ANNA = 'Ёлкина Анна Петровна;05.03.2009;СВ-24;3;15.01.05;бюджет;01.09.2024;Л-1';
const PETR = 'Кассин Пётр;06.04.2008;ЭЛ 26;1;15.01.05;по договору;01.09.2026;Л-2';

beforeAll(async () => {
  world = await freshWorld();
});
beforeEach(async () => {
  college = await makeCollege(world);
});

describe('contingent', () => {
  test('a file enrols, makes the group that is missing, and a second upload changes nothing', async () => {
    const file = [HEAD, ANNA, PETR].join('\n');
    const first = await preview(file);
    expect(first).toMatchObject({ missing: [], plan: { add: 2, change: 0, same: 0 } });
    expect(first.report.proposals.map(({ what }) => what.id)).toEqual([
      'programmes:import.noSeatLine',
      'programmes:import.newGroup',
    ]);
    expect(await students()).toEqual([]);
    expect(await apply(first)).toEqual({ added: 2, changed: 0, same: 0, refused: 0 });
    const stored = await students();
    expect(stored).toMatchObject([
      { name: 'Ёлкина Анна Петровна', group: 'СВ-24', funding: 'quota', line: college.seatLineId },
      { name: 'Кассин Пётр', group: 'ЭЛ 26', funding: 'paid', line: null },
    ]);
    const again = await preview(file);
    expect(again.plan).toEqual({ add: 0, change: 0, same: 2 });
    expect(await apply(again)).toEqual({ added: 0, changed: 0, same: 2, refused: 0 });
    expect(await students()).toEqual(stored);
  });

  test('a changed row updates: funding at once, another group by a transfer, found by name when the key is new', async () => {
    await apply(await preview([HEAD, ANNA, PETR].join('\n')));
    const changed = [
      HEAD,
      ANNA.replace('бюджет', 'целевое').replace('Л-1', 'НОВЫЙ-1'),
      PETR.replace('ЭЛ 26', 'СВ-24').replace('Кассин Пётр', 'Касин Пётр'),
    ].join('\n');
    const second = await preview(changed);
    expect(second.plan).toEqual({ add: 0, change: 2, same: 0 });
    expect(second.report.proposals.map(({ what }) => what.id)).toContain('programmes:import.nameDiffers');
    await apply(second);
    expect(await students()).toMatchObject([
      { name: 'Ёлкина Анна Петровна', group: 'СВ-24', funding: 'target', status: 'studying' },
      { name: 'Кассин Пётр', group: 'ЭЛ 26', status: 'transferred' },
      { name: 'Кассин Пётр', group: 'СВ-24', status: 'studying' },
    ]);
    expect((await preview(changed)).plan).toEqual({ add: 0, change: 0, same: 2 });
  });

  test('one bad row stops the whole file, unless the good rows alone are asked for', async () => {
    const file = [HEAD, ANNA, 'Безгруппов Лев;01.01.2009;НЕТ-1;1;99.99.99;бюджет;01.09.2026;Л-9'].join('\n');
    const seen = await preview(file);
    expect(seen.report.refused).toMatchObject([
      { row: 3, what: { id: 'programmes:import.unknownProgramme', params: { code: '99.99.99' } } },
    ]);
    await expect(apply(seen)).rejects.toMatchObject({ key: 'programmes:error.importHasFaults' });
    expect(await students()).toEqual([]);
    expect(await apply(seen, { mode: 'good' })).toEqual({ added: 1, changed: 0, same: 0, refused: 1 });
    await expect(apply(seen)).rejects.toMatchObject({ key: 'programmes:error.importApplied' });
  });

  test('a person the registry knows is proposed; taken only when somebody says so', async () => {
    const other = await makeCollege(world, 'Прежний колледж (демо)');
    const birthDate = '2008-03-05';
    const { personId } = await enrolOne(world, other, 'Двойников');
    const file = `${HEAD}\nДвойников Пётр Ильич;05.03.2008;СВ-24;3;15.01.05;бюджет;01.09.2024;Л-7`;
    const seen = await preview(file);
    const proposal = seen.report.proposals.find((one) => one.personId !== null);
    expect(proposal).toMatchObject({ row: 2, personId, what: { id: 'programmes:import.knownPerson' } });
    const persons = async () =>
      (
        await sql`select 1 from registry.person where surname = 'Двойников' and birth_date = ${birthDate}`.execute(
          world.db,
        )
      ).rows.length;
    await apply(seen, { same: [{ row: 2, personId }] });
    expect(await persons()).toBe(1);
    const third = await makeCollege(world, 'Третий колледж (демо)');
    college = third;
    await apply(await preview(file));
    expect(await persons()).toBe(2);
  });

  test('columns nobody recognised are mapped by hand', async () => {
    const file = 'Кто;Где учится\nЁлкина Анна;СВ-24';
    const blind = await preview(file);
    expect(blind.missing).toEqual(['fullName']);
    const seen = await preview(file, { columns: { '0': 'fullName', '1': 'group' } });
    expect(seen).toMatchObject({ missing: [], plan: { add: 1 } });
  });

  test('another file under the same preview, a stranger’s import and a role without the right are refused', async () => {
    const seen = await preview([HEAD, ANNA].join('\n'));
    await expect(apply({ ...seen, hash: 'другой' })).rejects.toMatchObject({ key: 'use-case:error.stale' });
    const other = await makeCollege(world, 'Чужой колледж (демо)');
    await expect(
      world.call(
        'programmes.applyImport',
        { importId: seen.importId, hash: seen.hash, mode: 'all' },
        other.deputy,
      ),
    ).rejects.toMatchObject({ status: 404 });
    const officer = world.as('college_admission', { organisationId: college.organisationId });
    await expect(
      world.call(
        'programmes.previewImport',
        { kind: 'contingent', name: 'a.csv', content: base64(HEAD) },
        officer,
      ),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('what is no table is refused in words and leaves nothing', async () => {
    await expect(preview('')).rejects.toMatchObject({ key: expect.stringMatching(/^sheets:refused/) });
    const { rows } =
      await sql`select 1 from programmes.import where organisation_id = ${college.organisationId}`.execute(
        world.db,
      );
    expect(rows).toEqual([]);
  });
});

describe('curriculum and admission', () => {
  const PLAN =
    'Индекс;Наименование;Всего часов;Компетенции\nМДК.01.01;Сварка;200;ПК 1.1\nУП.01;Учебная практика;108;ПК 1.1';
  const file = { kind: 'curriculum', name: 'План 2026.csv' };

  test('a plan becomes a dated version; the same file again finds it and changes nothing', async () => {
    const more = { ...file, programmeId: college.programmeId };
    const from = { from: '2026-09-01' };
    expect(await apply(await preview(PLAN, more), from)).toMatchObject({ added: 2 });
    expect(await apply(await preview(PLAN, more), from)).toEqual({
      added: 0,
      changed: 0,
      same: 2,
      refused: 0,
    });
    expect(await apply(await preview(PLAN.replace('200', '210'), more), from)).toMatchObject({
      changed: 1,
      same: 1,
    });
    const card = await world.call('programmes.getProgramme', { id: college.programmeId }, college.deputy);
    expect(card).toMatchObject({
      versions: [{ title: 'План 2026' }, { title: 'План 2024', to: '2026-08-31' }],
      academicHours: 318,
      practiceHours: 108,
    });
  });

  test('without a chosen programme the head of the file finds it, or the choice is asked for', async () => {
    expect((await preview(`15.01.05 Сварщик\n${PLAN}`, file)).note).toBeNull();
    const blind = await preview(PLAN, file);
    expect(blind.note).toBe('chooseProgramme');
    await expect(apply(blind, { from: '2026-09-01' })).rejects.toMatchObject({
      fields: [{ path: 'programmeId' }],
    });
  });

  test('admission fills the lines of a year; marks are kept in hundredths, empty cells change nothing', async () => {
    const year = { kind: 'admission', name: 'приём.csv', year: 2024 };
    const rows =
      'Код;Финансирование;КЦП;Подано заявлений;Зачислено;Средний балл\n15.01.05;бюджет;3;7;3;3,62\n15.01.05;внебюджет;5;2;2;';
    expect(await apply(await preview(rows, year))).toEqual({ added: 1, changed: 1, same: 0, refused: 0 });
    expect(await apply(await preview(rows, year))).toEqual({ added: 0, changed: 0, same: 2, refused: 0 });
    const listed = await world.call<{ rows: object[] }>(
      'programmes.listAdmission',
      { year: 2024 },
      college.deputy,
    );
    expect(listed.rows).toMatchObject([
      { funding: 'paid', seats: 5, averageMark: null },
      { funding: 'quota', seats: 3, applied: 7, enrolled: 3, averageMark: 362 },
    ]);
    const wrong = await preview('Код;Подано заявлений;Зачислено\n15.01.05;2;3', year);
    expect(wrong.report.refused).toMatchObject([
      { cell: 'C2', what: { id: 'programmes:import.enrolledOverApplied' } },
    ]);
  });
});
