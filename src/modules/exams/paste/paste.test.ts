import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshWorld, type TestWorld } from '../../../testing/world.ts';
import { buildInstance } from './build-instance.ts';
import { checkLists } from './check-lists.ts';
import { examCalendar, expertList } from './file-schemas.ts';
import { codesOf, daysAway, houseKey, mayLead } from './keys.ts';
import { readList } from './read-list.ts';

const EXPERTS = [
  'ФИО;Место работы;Компетенция;Уровень;Действует до;Совместительство;Не может',
  'Ожегов Пётр Иванович;АО «Прокат»;15.01.05 Сварщик;главный эксперт;31.12.2027;;',
  'Первая Анна Петровна;КОГПОБУ «Колледж А»;15.01.05;эксперт;31.12.2027;;',
  'Второй Иван Ильич;«Колледж Б»;15.00.00;эксперт;31.12.2027;;10.06.2027',
  'Третий Олег Олегович;ООО Литейный;15.01.05;эксперт;31.12.2027;Колледж А;',
  'Четвёртая Инна Львовна;АО Прокат;15.01.05;эксперт;01.06.2027;;',
  'Пятый Лев Ильич;АО Прокат;15.01.05;эксперт;;;',
  ';пусто;15.01.05;;;;',
].join('\n');
const EXAMS = [
  'Группа\tДата\tКолледж\tСпециальность\tЭкспертов',
  'СВ-31\t10.06.2027\tКолледж «А»\t15.01.05\t2',
  'СВ-32\t11.06.2027\tКолледж «А»\t15.01.05\t1',
  'АВ-31\t11.06.2027\tКолледж «А»\t23.01.17\t1',
].join('\n');
const file = (name: string, text: string) => ({ name, content: Buffer.from(text).toString('base64') });
const lists = { experts: file('эксперты.csv', EXPERTS), exams: file('вставка.txt', EXAMS) };

let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
});

describe('two lists pasted in before any set-up', () => {
  test('conflicts, shortages in words and a proposed assignment; by a visitor; nothing is stored', async () => {
    const count = async () =>
      (
        await sql<{
          n: number;
        }>`select ((select count(*) from platform.history) + (select count(*) from platform.command))::int as n`.execute(
          world.db,
        )
      ).rows[0]?.n;
    const before = await count();
    type Answer = {
      counts: object;
      conflicts: { exam: string; expert: string; code: string }[];
      shortages: { kind: string; codes: string[]; demand: number; supply: number; seats: object[] }[];
      assignment: { exam: string; role: string; expert: string | null }[];
      remarks: { cell: string }[];
      cost: number;
      bound: number;
    };
    const answer = await world.call<Answer>('exams.checkLists', lists, world.as('visitor'));
    expect(await count()).toBe(before);
    expect(answer.counts).toEqual({ experts: 6, exams: 3, seats: 7, filled: 4, empty: 3 });
    expect(
      answer.conflicts.map(({ exam, expert, code }) => `${exam} ${expert.split(' ')[0]} ${code}`),
    ).toEqual([
      'СВ-31 Первая CI-1',
      'СВ-31 Третий CI-1',
      'СВ-31 Четвёртая right',
      'СВ-32 Первая CI-1',
      'СВ-32 Третий CI-1',
      'СВ-32 Четвёртая right',
    ]);
    // 10 June: the chief is seated, of two markers one is left; nobody at all for the cars
    expect(
      answer.assignment.map(({ exam, role, expert }) => `${exam} ${role} ${expert?.split(' ')[0] ?? '—'}`),
    ).toEqual([
      'СВ-31 chief Ожегов',
      'СВ-31 member Пятый',
      'СВ-31 member —',
      'АВ-31 chief —',
      'АВ-31 member —',
      'СВ-32 chief Ожегов',
      expect.stringMatching(/^СВ-32 member (Второй|Пятый)$/),
    ]);
    expect(answer.shortages.map(({ kind, codes, seats }) => [kind, codes, seats.length])).toEqual([
      ['nobody', ['23.01.17'], 2],
      ['shortage', ['15.01.05'], 1],
    ]);
    for (const { demand, supply } of answer.shortages) expect(demand).toBeGreaterThan(supply);
    expect(answer.cost).toBe(answer.bound);
    expect(answer.remarks.map(({ cell }) => cell)).toEqual(['A8']);
  });

  test('a list without its column says which', async () => {
    const answer = await world.call<{ missing: object; counts: object }>(
      'exams.checkLists',
      { ...lists, exams: file('к.csv', 'Группа;Специальность;Колледж\nА;15.01.05;Б') },
      world.as('visitor'),
    );
    expect(answer.missing).toEqual({ experts: [], exams: ['day'] });
  });

  test('three hundred exams and nine hundred experts in seconds', async () => {
    const experts = ['ФИО;Организация;Специальность;Уровень'];
    for (let i = 0; i < 900; i++)
      experts.push(
        `Эксперт${i} Иван Иванович;Организация ${i % 90};15.01.${String(i % 12).padStart(2, '0')};${i % 4 === 0 ? 'главный' : 'эксперт'}`,
      );
    const exams = ['Группа;Дата;Колледж;Специальность;Экспертов'];
    for (let i = 0; i < 300; i++)
      exams.push(
        `Г-${i};${String(1 + (i % 28)).padStart(2, '0')}.06.2027;Организация ${i % 30};15.01.${String(i % 12).padStart(2, '0')};3`,
      );
    const built = buildInstance(
      await readList('experts', file('э.csv', experts.join('\n')), expertList),
      await readList('exams', file('к.csv', exams.join('\n')), examCalendar),
    );
    expect(built.experts).toHaveLength(900);
    expect(built.exams).toHaveLength(300);
  });
});

test('what people write in such lists', () => {
  expect(houseKey('КОГПОБУ «Вятский колледж №1»')).toBe(houseKey('Вятский колледж № 1'));
  expect(codesOf('15.01.05 Сварщик; Малярные работы')).toEqual(['15.01.05', 'малярные работы']);
  expect(['главный эксперт', 'Да', 'сертифицированный', 'эксперт', ''].map(mayLead)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  const days = ['2027-06-01', '2027-06-03', '2027-06-07'];
  expect([...daysAway('01.06.2027 – 03.06.2027; 7.06.2027', days)]).toEqual(days);
  expect(daysAway('в отпуске', days).size).toBe(0);
  expect(checkLists.kind).toBe('query');
});
