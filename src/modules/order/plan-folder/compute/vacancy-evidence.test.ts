import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../read/read-folder.ts';
import { cutOfKirov } from '../testing/cut.ts';
import { Assumptions } from './assumptions.ts';
import { readEvidence } from './vacancy-evidence.ts';

const INN = '4399000767';
const OLD = '2026-03-02';
const HEAD = [
  'id;inn;employer;title;municipality;location;created;work_places;salary_min',
  'own;4399000767;;Токарь;kirov;;2026-03-02;2;50000',
];
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rostok-evidence-'));
  cutOfKirov(dir);
  rmSync(join(dir, 'vacancies.json'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Reads the folder with these cards beside one that always counts for two places. */
async function evidenceOf(cards: string[], backlog: object = {}) {
  writeFileSync(join(dir, 'vacancies.csv'), `${[...HEAD, ...cards].join('\r\n')}\r\n`);
  const path = join(dir, 'region.json');
  const region = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...region, backlog: { days: 90, years: 2, ...backlog } }));
  const out = new Assumptions();
  const read = readEvidence(await readFolder(dir), out);
  const { account } = read;
  expect(account.cards).toBe(
    account.counted +
      account.young +
      account.doubled +
      account.noEmployer +
      account.noOccupation +
      account.noPlace,
  );
  return { ...read, said: out.list.map((it) => it.id) };
}

describe('vacancies of a folder', () => {
  it('count for twenty places at most, or as the folder says', async () => {
    const crowded = [`many;${INN};;Электрогазосварщик;kirov;;${OLD};99;`];
    const { account, said } = await evidenceOf(crowded);
    expect(account).toMatchObject({ counted: 2, places: 22 });
    expect(said).toContain('assume.vacancies.capped');
    expect((await evidenceOf(crowded, { placesCap: 50 })).account.places).toBe(52);
  });

  it('count once: one employer, title and place, whatever the day and the pay; another place is another card', async () => {
    const { account } = await evidenceOf([
      `again;${INN};;Токарь;kirov;;2026-07-01;2;61000`,
      `there;${INN};;Токарь;arbazh;;${OLD};2;50000`,
    ]);
    expect(account).toMatchObject({ counted: 2, doubled: 1 });
  });

  it('of nobody known are no need; a folder may take them, one hiring within sixty days as one card', async () => {
    const cards = [
      `a;;;Токарь;kirov;;${OLD};1;50000`,
      `b;;;Токарь;kirov;;2026-04-20;1;50000`,
      `c;;;Токарь;kirov;;2026-07-20;1;50000`,
      `d;;;Токарь;kirov;;${OLD};1;52000`,
      `e;;ООО «Мост»;Токарь;kirov;;${OLD};1;50000`,
    ];
    const strict = await evidenceOf(cards);
    expect(strict.account).toMatchObject({ counted: 1, doubled: 1, noEmployer: 4 });
    expect(strict.said).toContain('assume.vacancies.noEmployer');
    const open = await evidenceOf(cards, { withoutEmployer: true });
    expect(open.account).toMatchObject({ counted: 5, doubled: 1, noEmployer: 0, assumedEmployer: 4 });
    expect(new Set(open.evidence.map((it) => it.enterprise))).toEqual(new Set(['ent-0001', 'vacancy-kirov']));
    expect((await evidenceOf(cards, { repeatDays: 10 })).account.doubled).toBe(0);
  });

  it('count from the ninety-first day', async () => {
    const open = (created: string) => `x;${INN};;Электрогазосварщик;kirov;;${created};1;`;
    // the day of the facts is 2026-11-23
    expect((await evidenceOf([open('2026-08-25')])).account).toMatchObject({ counted: 1, young: 1 });
    expect((await evidenceOf([open('2026-08-24')])).account).toMatchObject({ counted: 2, young: 0 });
  });
});
