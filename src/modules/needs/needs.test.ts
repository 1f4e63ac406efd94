import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../platform/use-case/index.ts';
import { demoWorld } from '../../testing/demo-world.ts';
import type { TestWorld } from '../../testing/world.ts';

let world: TestWorld;
let hr: Actor;
let own: string;
let other: string;

interface Mine {
  years: number[];
  rows: {
    occupation: string;
    kind: string;
    municipalityId: string;
    cells: { id: string; year: number; count: number; rev: number; state: string }[];
  }[];
  toConfirm: number;
  people: number;
  campaign: { id: string; questions: { id: string }[] } | null;
  answer: { state: string; rev: number };
}

const mine = () => world.call<Mine>('needs.getMyNeeds', {}, hr);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { key: string; fields?: { path: string }[] }) => error,
  );

beforeAll(async () => {
  world = await demoWorld();
  const { rows } = await sql<{
    id: string;
  }>`select o.id from registry.organisation_v o where o.kind = 'enterprise'
    and o.municipality_id is not null and exists (select 1 from needs.line l where l.organisation_id = o.id
      and l.kind <> 'project' and l.year < 2033)
    order by o.id limit 2`.execute(world.db);
  [own = '', other = ''] = rows.map((it) => it.id);
  hr = world.as('enterprise_hr', { organisationId: own });
});

describe('own needs', () => {
  test('are a row per occupation with a cell per year; a save changes the cell it saw', async () => {
    const before = await mine();
    expect(before.years).toEqual([2027, 2028, 2029, 2030, 2031, 2032, 2033]);
    const saved = await world.call<{ saved: number }>(
      'needs.saveLines',
      {
        occupation: '9999.01',
        kind: 'new',
        years: [
          { year: 2028, count: 3, rev: 0 },
          { year: 2029, count: 0 },
        ],
      },
      hr,
    );
    expect(saved.saved).toBe(1);
    const after = await mine();
    const row = after.rows.find((it) => it.occupation === '9999.01');
    expect(row?.cells).toMatchObject([{ year: 2028, count: 3, state: 'stated', rev: 1 }]);
    expect(after.people).toBe(before.people + 3);
    // the same page open twice: the second writer saw what is no more
    const stale = await refusal(
      world.call(
        'needs.saveLines',
        { occupation: '9999.01', kind: 'new', years: [{ year: 2028, count: 5, rev: 0 }] },
        hr,
      ),
    );
    expect(stale).not.toBeNull();
    await world.call(
      'needs.saveLines',
      { occupation: '9999.01', kind: 'new', years: [{ year: 2028, count: 0, rev: 1 }] },
      hr,
    );
    expect((await mine()).rows.some((it) => it.occupation === '9999.01')).toBe(false);
  });

  test.each([
    0.5, -1, 10_001,
  ])('refuse %s people at the field, and store nothing of the row', async (count) => {
    const fault = await refusal(
      world.call(
        'needs.saveLines',
        {
          occupation: '9999.02',
          kind: 'new',
          years: [
            { year: 2027, count: 1 },
            { year: 2028, count },
          ],
        },
        hr,
      ),
    );
    expect(fault?.fields?.[0]?.path).toBe('years.1.count');
    expect((await mine()).rows.some((it) => it.occupation === '9999.02')).toBe(false);
  });

  test('refuse a year outside the horizon and another enterprise', async () => {
    const early = await refusal(
      world.call(
        'needs.saveLines',
        { occupation: '9999.02', kind: 'new', years: [{ year: 2026, count: 1 }] },
        hr,
      ),
    );
    expect(early?.key).toBe('needs:error.year');
    expect(await refusal(world.call('needs.getMyNeeds', { organisationId: other }, hr))).not.toBeNull();
    const foreign = {
      occupation: '9999.02',
      kind: 'new',
      organisationId: other,
      years: [{ year: 2027, count: 1 }],
    };
    expect(await refusal(world.call('needs.saveLines', foreign, hr))).not.toBeNull();
  });

  test('repeat last year one year on, overwriting nothing, twice the same as once', async () => {
    const before = await mine();
    const first = await world.call<{ copied: number }>('needs.copyLastYear', {}, hr);
    const after = await mine();
    const stated = new Map(before.rows.flatMap((row) => row.cells.map((it) => [it.id, it.count])));
    for (const row of after.rows)
      for (const cell of row.cells) if (stated.has(cell.id)) expect(cell.count).toBe(stated.get(cell.id));
    expect(first.copied).toBeGreaterThan(0);
    expect(after.toConfirm).toBeGreaterThanOrEqual(first.copied);
  });
});

describe('a campaign', () => {
  let id = '';
  const econ = () => world.as('min_econ_specialist');

  test('opens with a task for every enterprise, and one at a time', async () => {
    const fields = {
      title: 'Опрос 2026',
      year: 2026,
      firstYear: 2027,
      lastYear: 2033,
      opensOn: '2026-11-01',
      closesOn: '2026-12-20',
    };
    id = (await world.call<{ id: string }>('needs.saveCampaign', fields, econ())).id;
    const opened = await world.call<{ asked: number }>('needs.moveCampaign', { id, to: 'open' }, econ());
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from platform.task where kind = 'needs.confirm' and state = 'open'`.execute(
      world.db,
    );
    expect(rows[0]?.n).toBe(opened.asked);
    expect(opened.asked).toBeGreaterThan(50);
    const second = (
      await world.call<{ id: string }>('needs.saveCampaign', { ...fields, title: 'Ещё один' }, econ())
    ).id;
    expect((await refusal(world.call('needs.moveCampaign', { id: second, to: 'open' }, econ())))?.key).toBe(
      'needs:error.campaignOpen',
    );
    expect((await refusal(world.call('needs.saveCampaign', { ...fields, id }, econ())))?.key).toBe(
      'needs:error.campaignFixed',
    );
  });

  test('takes answers of its own questions only, by whole numbers', async () => {
    const now = await mine();
    expect(now.campaign?.id).toBe(id);
    const bad = await refusal(
      world.call('needs.saveMyAnswer', { fields: { headcount: 1.5, nonsense: 1 }, rev: 0 }, hr),
    );
    expect(bad?.fields?.map((it) => it.path)).toEqual(['fields.headcount', 'fields.nonsense']);
    await world.call('needs.saveMyAnswer', { fields: { headcount: 120, certainty: 'высокая' }, rev: 0 }, hr);
    expect((await mine()).answer).toMatchObject({ state: 'draft', rev: 1 });
    expect(await refusal(world.call('needs.saveMyAnswer', { fields: {}, rev: 0 }, hr))).not.toBeNull();
  });

  test('confirming closes the task and counts in the response by size and section', async () => {
    await world.call('needs.confirmLines', {}, hr);
    expect((await mine()).toConfirm).toBe(0);
    const { rows } = await sql<{ state: string }>`select state from platform.task where kind = 'needs.confirm'
      and subject_id = ${`${id}/${own}`}`.execute(world.db);
    expect(rows).toEqual([{ state: 'done' }]);
    interface Seen {
      answered: number;
      enterprises: number;
      bySize: Group[];
      bySection: Group[];
    }
    interface Group {
      answered: number;
      enterprises: number;
    }
    const seen = await world.call<Seen>('needs.getCampaign', { id }, econ());
    for (const groups of [seen.bySize, seen.bySection]) {
      expect(groups.reduce((sum, it) => sum + it.answered, 0)).toBe(seen.answered);
      expect(groups.reduce((sum, it) => sum + it.enterprises, 0)).toBe(seen.enterprises);
    }
    expect(seen.answered).toBe(1);
    // whoever may not see single enterprises sees no group that one answer stands for, nor can subtract it
    const theirs = await world.call<{
      bySize: Shown[];
      bySection: Shown[];
      answered: number;
      enterprises: number;
    }>('needs.getCampaign', { id }, world.as('municipality_specialist', { municipalityId: world.newId() }));
    interface Shown {
      key: string;
      enterprises: number | null;
      answered: number | null;
      headcount: number | null;
      withheld: boolean;
    }
    for (const groups of [theirs.bySize, theirs.bySection]) {
      const gone = groups.filter((it) => it.withheld);
      expect(gone.length === 0 || gone.length >= 2 || gone.length === groups.length).toBe(true);
      expect(
        gone.every((it) => it.answered === null && it.headcount === null && it.enterprises === null),
      ).toBe(true);
      // the one answer is not among the shown groups
      expect(groups.every((it) => it.answered !== 1)).toBe(true);
      expect(theirs.answered - groups.reduce((sum, it) => sum + (it.answered ?? 0), 0)).toBe(1);
      expect(gone.length).toBeGreaterThan(1);
    }
  });

  test('is repeated for the next year and closed with its tasks', async () => {
    const copy = await world.call<{ id: string }>('needs.copyCampaign', { id }, econ());
    const next = await world.call<{ title: string; firstYear: number; closesOn: string; state: string }>(
      'needs.getCampaign',
      { id: copy.id },
      econ(),
    );
    expect(next).toMatchObject({
      title: 'Опрос 2027',
      firstYear: 2028,
      closesOn: '2027-12-20',
      state: 'draft',
    });
    await world.call('needs.moveCampaign', { id, to: 'closed' }, econ());
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from platform.task where kind = 'needs.confirm' and state = 'open'`.execute(
      world.db,
    );
    expect(rows[0]?.n).toBe(0);
  });
});

describe('who sees what', () => {
  interface Lines {
    total: number;
    people: number;
    hidden: number;
    rows: { municipalityId: string; organisationId: string }[];
  }

  test('an enterprise its own lines, a municipality those of its place without defence plants, an office all', async () => {
    const all = await world.call<Lines>('needs.listLines', { limit: 500 }, world.as('min_edu_specialist'));
    const ours = await world.call<Lines>('needs.listLines', { limit: 500 }, hr);
    expect(new Set(ours.rows.map((it) => it.organisationId))).toEqual(new Set([own]));
    const { rows } = await sql<{ id: string; open: number; hidden: number }>`select municipality_id as id,
        count(*) filter (where access_class = 'open')::int as open,
        count(*) filter (where access_class is distinct from 'open')::int as hidden
      from needs.line_v where state <> 'withdrawn' group by 1 order by 3 desc, 2 desc limit 1`.execute(
      world.db,
    );
    const place = rows[0];
    const theirs = await world.call<Lines>(
      'needs.listLines',
      { limit: 500 },
      world.as('municipality_specialist', { municipalityId: place?.id ?? null }),
    );
    expect(theirs).toMatchObject({ total: place?.open, hidden: place?.hidden });
    expect(all.total).toBeGreaterThan(theirs.total + ours.total);
    expect(all.hidden).toBe(0);
  });

  test.each([
    ['needs.listLines', {}, 'college_head'],
    ['needs.listLines', {}, 'visitor'],
    [
      'needs.saveProject',
      {
        code: 'p',
        name: 'п',
        organisationId: null,
        municipalityId: null,
        startYear: 2027,
        jobs: 5,
        source: 'с',
      },
      'enterprise_hr',
    ],
    ['needs.listCampaigns', {}, 'enterprise_hr'],
    ['needs.confirmLines', {}, 'min_econ_specialist'],
    ['needs.listVacancies', {}, 'enterprise_head'],
  ])('%s is not for %s', async (name, input, role) => {
    expect(await refusal(world.call(name, input, world.as(role, { organisationId: own })))).not.toBeNull();
  });

  test('vacancies say which of them count; doubled ones do not', async () => {
    interface Seen {
      total: number;
      counting: number;
      rows: { counts: boolean; duplicate: boolean; openedOn: string }[];
    }
    const seen = await world.call<Seen>(
      'needs.listVacancies',
      { limit: 500 },
      world.as('min_econ_specialist'),
    );
    expect(seen.rows.filter((it) => it.counts).length).toBe(seen.counting);
    expect(seen.counting).toBeGreaterThan(0);
    expect(seen.rows.every((it) => !it.counts || it.openedOn < '2026-08-25')).toBe(true);
  });

  test('a project is kept once by its code', async () => {
    const econ = world.as('min_econ_specialist');
    const project = {
      code: 'завод-1',
      name: 'Завод',
      organisationId: null,
      municipalityId: null,
      startYear: 2028,
      jobs: 120,
      source: 'соглашение',
    };
    const { id, rev } = await world.call<{ id: string; rev: number }>('needs.saveProject', project, econ);
    expect((await refusal(world.call('needs.saveProject', project, econ)))?.key).toBe(
      'needs:error.projectCode',
    );
    await world.call('needs.saveProject', { ...project, id, rev, jobs: 130 }, econ);
    expect(
      await refusal(world.call('needs.saveProject', { ...project, id, rev, jobs: 140 }, econ)),
    ).not.toBeNull();
  });
});
