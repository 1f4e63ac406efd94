import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSheet } from '../platform/sheets/index.ts';
import { freshWorld, type TestWorld } from '../testing/world.ts';
import { openApp, type TestApp } from './testing/open-app.ts';

let world: TestWorld;
let site: TestApp;

beforeAll(async () => {
  world = await freshWorld();
  site = await openApp(world);
});

const check = (name: string, payload: string | Buffer, as = 'report') =>
  site.app.inject({
    method: 'POST',
    url: `/api/check?name=${encodeURIComponent(name)}&as=${as}`,
    headers: { 'content-type': 'application/octet-stream', origin: site.origin },
    payload: Buffer.from(payload),
  });

const TABLE =
  'предприятие;код профессии;год;вид;число;причина\nЗавод;7223.01;2027;замена;2+3;=1+1\nЗавод;7223.01;2028;замена;0,5;\n';

async function rowsOfHouse(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (select count(*) from platform.history)::int
    + (select count(*) from needs.line)::int + (select count(*) from platform.job)::int as n`.execute(
    world.db,
  );
  return rows[0]?.n ?? -1;
}

describe('«Проверьте мой Excel»', () => {
  test('says before any sign-in what is wrong, cell by cell, and stores nothing', async () => {
    const before = await rowsOfHouse();
    const answer = await check('потребность.csv', TABLE);
    expect(answer.statusCode).toBe(200);
    const report = answer.json();
    expect(report).toMatchObject({
      kind: 'needs',
      rows: 2,
      imported: 0,
      counts: { repaired: 1, refused: 1 },
    });
    expect(report.refused[0]).toMatchObject({ row: 3, cell: 'E3' });
    expect(await rowsOfHouse()).toBe(before);
  });

  test('gives the repaired file back: sums done, formulas disarmed, remarks on a second sheet', async () => {
    const answer = await check('потребность.csv', TABLE, 'file');
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    const book = await readSheet(answer.rawPayload);
    expect(book.sheets).toHaveLength(2);
    const [table, remarks] = book.sheets;
    expect(table?.rows[1]?.[4]?.value).toBe(5);
    expect(table?.rows[1]?.[5]?.formula).toBeUndefined();
    expect(remarks?.rows.map((it) => it[0]?.raw)).toContain('E3');
  });

  test('knows a list of students and a vacancy file', async () => {
    const group = await check(
      'группа.csv',
      'Фамилия;Имя;Группа;Дата рождения\nПроверкин;Пётр;С-21;01.02.2008\n',
    );
    expect(group.json()).toMatchObject({ kind: 'contingent', rows: 1 });
    const vacancies = await check(
      'ответ.json',
      '{"results":{"vacancies":[{"vacancy":{"id":"1","job-name":"Токарь"}}]}}',
    );
    expect(vacancies.json()).toMatchObject({ kind: 'vacancies', rows: 1 });
  });

  test('a file whose columns tell nothing is read as what the person says it is', async () => {
    const text = 'а;б\nодин;два\n';
    const asked = await check('что-то.csv', text);
    expect(asked.json()).toMatchObject({ code: 'needs:error.unknownKind' });
    expect(asked.json().message).not.toMatch(/[a-z]/);
    const told = await check('что-то.csv', text, 'report&kind=vacancies');
    expect(told.json().code).not.toBe('needs:error.unknownKind');
  });

  test.each([
    ['empty.csv', '', 422],
    ['note.txt', 'просто слова', 422],
    ['torn.json', '{"results":', 422],
    ['book.xlsx', 'PK\u0003\u0004 и всё', 422],
  ])('refuses %s in words', async (name, text, status) => {
    const answer = await check(name, text);
    expect(answer.statusCode).toBe(status);
    expect(answer.json().message).toMatch(/[а-я]/);
  });

  test('refuses a file above 50 MB', async () => {
    const answer = await check('большой.csv', Buffer.alloc(51 * 1024 * 1024, 'а;б\n'));
    expect(answer.statusCode).toBe(413);
  });
});
