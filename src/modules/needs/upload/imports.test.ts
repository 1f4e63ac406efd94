import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { JobArgs } from '../../../platform/jobs/index.ts';
import type { Actor } from '../../../platform/use-case/index.ts';
import { demoWorld } from '../../../testing/demo-world.ts';
import type { TestWorld } from '../../../testing/world.ts';
import { importJob } from './import.job.ts';
import type { ImportInput } from './run-import.ts';

let world: TestWorld;
let hr: Actor;
let econ: Actor;
let own: string;
let other: { inn: string; name: string };
let inn: string;

interface Seen {
  state: string;
  counts: { rows: number; imported: number; repaired: number; refused: number };
  effect: { added: number; changed: number; same: number; waiting: number };
  fault: string | null;
  remarks: { row: number; cell: string | null; what: string; level: string }[];
  columns: { column: number; field: string | null }[];
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { key: string }) => error,
  );

const args = (input: ImportInput, more: Partial<JobArgs<ImportInput, unknown>> = {}) => ({
  input,
  world,
  job: { id: world.newId(), ownerPersonId: hr.personId, subject: null },
  progress() {},
  checkpoint: async () => {},
  resumeFrom: null,
  signal: new AbortController().signal,
  ...more,
});
const step = (importId: string, name: ImportInput['step']) => importJob.run(args({ importId, step: name }));

async function bring(
  kind: string,
  name: string,
  text: string | Uint8Array<ArrayBuffer>,
  actor: Actor,
  more: object = {},
) {
  const { id } = await world.call<{ id: string }>(
    'needs.startImport',
    { kind, file: new File([text], name), ...more },
    actor,
  );
  await step(id, 'read');
  return { id, seen: await world.call<Seen>('needs.getImport', { id }, actor) };
}

async function take(id: string, mode: 'all' | 'good', actor: Actor) {
  await world.call('needs.applyImport', { id, mode }, actor);
  await step(id, 'apply');
  return world.call<Seen>('needs.getImport', { id }, actor);
}

const count = async (from: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(from)}`.execute(world.db)).rows[0]?.n ??
  0;

beforeAll(async () => {
  world = await demoWorld();
  const { rows } = await sql<{
    id: string;
    inn: string;
    name: string;
  }>`select o.id, o.inn, o.short_name as name
    from registry.organisation_v o where o.kind = 'enterprise' and o.municipality_id is not null and o.inn is not null
    order by o.id limit 2`.execute(world.db);
  own = rows[0]?.id ?? '';
  inn = rows[0]?.inn ?? '';
  other = { inn: rows[1]?.inn ?? '', name: rows[1]?.name ?? '' };
  hr = world.as('enterprise_hr', { organisationId: own });
  econ = world.as('min_econ_specialist');
});

describe('a table of needs', () => {
  const table =
    'Профессия;Вид;2027;2028\nТокарь;замена;2;3\nСварщик невиданный;новое;1;1\nТокарь;новое;0,5;1\n';

  test('is judged by cell, stored in its right rows only when asked so, and never twice', async () => {
    const before = await count('needs.line');
    const { id, seen } = await bring('needs', 'потребность.csv', table, hr);
    expect(seen).toMatchObject({ state: 'read', counts: { rows: 3, refused: 2 } });
    // what the enterprise has stated before is changed in its place, the rest is new
    expect(seen.effect.added + seen.effect.changed + seen.effect.same).toBe(2);
    expect(seen.remarks.find((it) => it.level === 'refused' && it.row === 4)?.cell).toBe('C4');
    // nothing is stored by reading, nor by a wish for all rows while some are wrong
    expect(await count('needs.line')).toBe(before);
    expect((await refusal(world.call('needs.applyImport', { id, mode: 'all' }, hr)))?.key).toBe(
      'needs:error.notAll',
    );
    expect(await take(id, 'good', hr)).toMatchObject({ state: 'applied', effect: seen.effect });
    expect(await count('needs.line')).toBe(before + seen.effect.added);
    const again = await bring('needs', 'потребность.csv', table, hr);
    expect(again.seen.effect).toMatchObject({ added: 0, changed: 0, same: 2 });
    await take(again.id, 'good', hr);
    expect(await count('needs.line')).toBe(before + seen.effect.added);
    const changed = await bring('needs', 'потребность.csv', table.replace('замена;2;3', 'замена;2;5'), hr);
    expect(changed.seen.effect).toMatchObject({ added: 0, changed: 1, same: 1 });
    expect(await count(`needs.import_row where import_id = '${changed.id}'`)).toBe(2);
    expect(await count(`needs.import_row where import_id = '${id}'`)).toBe(0);
  });

  test('with a row of another enterprise keeps that row outside', async () => {
    const { seen } = await bring(
      'needs',
      'чужое.csv',
      `ИНН;Профессия;Вид;2027\n${other.inn};Токарь;новое;4\n`,
      hr,
    );
    expect(seen.counts).toMatchObject({ rows: 1, refused: 1 });
  });

  test('is read again with a column chosen by hand', async () => {
    const odd = 'Кто нужен;Вид;Сколько;Когда\nТокарь;новое;4;2029\n';
    const { id, seen } = await bring('needs', 'своё.csv', odd, hr);
    const columns = { 0: 'occupationName', 1: 'kind', 2: 'count', 3: 'year' };
    await world.call('needs.remapImport', { id, columns }, hr);
    await step(id, 'read');
    const now = await world.call<Seen>('needs.getImport', { id }, hr);
    expect(now).toMatchObject({ state: 'read', counts: { rows: 1, refused: 0 } });
    expect(
      seen.state === 'refused' ||
        seen.counts.refused === 1 ||
        seen.counts.imported + seen.counts.repaired === 1,
    ).toBe(true);
  });

  test('that is no table is refused in words and can be removed', async () => {
    const { id, seen } = await bring('needs', 'письмо.txt', 'просто текст', hr);
    expect(seen).toMatchObject({ state: 'refused', counts: null });
    expect(seen.fault).toMatch(/[а-я]/);
    await world.call('needs.dropImport', { id }, hr);
    expect(await refusal(world.call('needs.getImport', { id }, hr))).not.toBeNull();
  });

  test('gives the same report.json as the command line, every row in one of three places', async () => {
    const { id } = await bring('needs', 'потребность.csv', table, hr);
    const report = await world.call<{ rows: number; imported: number; repaired: []; refused: [] }>(
      'needs.getImportReport',
      { id },
      hr,
    );
    expect(report.rows).toBe(report.imported + report.repaired.length + report.refused.length);
    expect(report.rows).toBe(3);
  });
});

describe('a cut in the middle', () => {
  const many = `Код профессии;Вид;Год;Человек\n${Array.from({ length: 2400 }, (_, i) => `9${String(100 + (i % 800))}.${10 + (i % 89)};новое;${2027 + (i % 7)};${1 + (i % 9)}`).join('\n')}\n`;

  test('of the reading leaves nothing stored; it starts anew and ends whole', async () => {
    const before = await count('needs.line');
    const { id } = await world.call<{ id: string }>(
      'needs.startImport',
      { kind: 'needs', file: new File([many], 'много.csv') },
      hr,
    );
    const stop = new AbortController();
    const cut = importJob.run(
      args(
        { importId: id, step: 'read' },
        // the process goes away when the first thousand rows lie aside
        {
          signal: stop.signal,
          progress(percent) {
            if (percent > 50) stop.abort('stopping');
          },
        },
      ),
    );
    await expect(cut).rejects.toBe('stopping');
    expect(await count(`needs.import_row where import_id = '${id}'`)).toBe(1000);
    expect(await count('needs.line')).toBe(before);
    expect((await world.call<Seen>('needs.getImport', { id }, hr)).state).toBe('reading');
    await step(id, 'read');
    const seen = await world.call<Seen>('needs.getImport', { id }, hr);
    expect(seen.state).toBe('read');
    expect(seen.counts).toMatchObject({ rows: 2400, refused: 0 });
    expect(await count(`needs.import_row where import_id = '${id}'`)).toBe(2400);
    expect(seen.effect.added).toBe(2400);
  });

  test('a cancelled reading says so and keeps no rows; a cancelled storing stays read', async () => {
    const { id } = await world.call<{ id: string }>(
      'needs.startImport',
      { kind: 'needs', file: new File([many], 'ещё.csv') },
      hr,
    );
    const stop = new AbortController();
    stop.abort('cancelled');
    await expect(importJob.run(args({ importId: id, step: 'read' }, { signal: stop.signal }))).rejects.toBe(
      'cancelled',
    );
    expect((await world.call<Seen>('needs.getImport', { id }, hr)).state).toBe('cancelled');
    await world.call('needs.remapImport', { id, columns: {} }, hr);
    await step(id, 'read');
    await world.call('needs.applyImport', { id, mode: 'good' }, hr);
    const before = await count('needs.line');
    await expect(importJob.run(args({ importId: id, step: 'apply' }, { signal: stop.signal }))).rejects.toBe(
      'cancelled',
    );
    expect((await world.call<Seen>('needs.getImport', { id }, hr)).state).toBe('read');
    expect(await count('needs.line')).toBe(before);
  });
});

describe('vacancies', () => {
  interface Lines {
    rows: {
      organisationId: string;
      municipalityId: string;
      occupation: string;
      places: number;
      cards: number;
    }[];
    covered: number;
  }
  let post = '';
  beforeAll(async () => {
    // what this enterprise has stated no need of
    const { rows } = await sql<{
      name: string;
    }>`select i.name from classifiers.item_v i where i.list = 'occupation'
      and i.status <> 'unknown' and not exists (select 1 from needs.line l where l.occupation = i.code
        and l.organisation_id = ${own}) order by i.code limit 1`.execute(world.db);
    post = rows[0]?.name ?? '';
  });
  const dump = (places: number) => {
    const card = (id: string, at: string, n: number, title = post) => ({
      vacancy: {
        id,
        'job-name': title,
        'creation-date': at,
        work_places: n,
        salary_min: 45000,
        company: { inn, name: 'Завод' },
        addresses: { address: [{ location: 'Кировская область, г. Киров', lat: '58.6', lng: '49.6' }] },
      },
    });
    const vacancies = [
      card('v-1', '2026-05-01', places),
      card('v-2', '2026-06-01', 3),
      card('v-3', '2026-11-20', 2, 'Электрогазосварщик'),
    ];
    return JSON.stringify({ status: '200', results: { vacancies } });
  };

  test('are kept as evidence once; a later answer changes the card; repeats and the cap of a card hold', async () => {
    const before = await count('needs.vacancy');
    const { id, seen } = await bring('vacancies', 'trudvsem.json', dump(99), econ);
    expect(seen).toMatchObject({ state: 'read', counts: { rows: 3, refused: 0 }, effect: { added: 3 } });
    await take(id, 'all', econ);
    expect(await count('needs.vacancy')).toBe(before + 3);
    const { rows } = await sql<{
      places: number;
      stated: number;
      twin: boolean;
    }>`select v.work_places as places,
        (v.raw ->> 'statedPlaces')::int as stated, exists (select 1 from needs.vacancy t
          where t.duplicate_of = v.id and t.external_id = 'v-2') as twin
      from needs.vacancy v where v.external_id = 'v-1'`.execute(world.db);
    expect(rows).toEqual([{ places: 20, stated: 99, twin: true }]);
    const again = await bring('vacancies', 'trudvsem.json', dump(99), econ);
    expect(again.seen.effect).toMatchObject({ added: 0, changed: 0, same: 3 });
    const less = await bring('vacancies', 'trudvsem.json', dump(7), econ);
    expect(less.seen.effect).toMatchObject({ added: 0, changed: 1, same: 2 });
    await take(less.id, 'all', econ);
    expect(await count('needs.vacancy')).toBe(before + 3);
  });

  test('open too long become a need line by a person’s word, once, and are evidence no more', async () => {
    const mine = (lines: Lines) => lines.rows.find((it) => it.organisationId === own && it.places === 7);
    const found = mine(await world.call<Lines>('needs.listVacancyLines', {}, econ));
    expect(found).toMatchObject({ cards: 1, places: 7 });
    const free = await count('needs.vacancy_v');
    const line = {
      organisationId: own,
      municipalityId: found?.municipalityId,
      occupation: found?.occupation,
    };
    expect(await world.call('needs.acceptVacancyLines', { lines: [line] }, econ)).toEqual({
      lines: 1,
      people: 7,
    });
    expect(await count('needs.vacancy_v')).toBe(free - 1);
    expect(mine(await world.call<Lines>('needs.listVacancyLines', {}, econ))).toBeUndefined();
    expect(await refusal(world.call('needs.acceptVacancyLines', { lines: [line] }, econ))).not.toBeNull();
    // withdrawn by the enterprise, the line sets its card free again
    const { rows } = await sql<{
      id: string;
      rev: number;
      count: number;
    }>`select l.id, l.rev, l.count from needs.line l
      join needs.vacancy v on v.line_id = l.id where v.external_id = 'v-1'`.execute(world.db);
    expect(rows[0]?.count).toBe(7);
    await world.call('needs.withdrawLine', { id: rows[0]?.id, rev: rows[0]?.rev, reason: 'уже наняли' }, hr);
    expect(await count('needs.vacancy_v')).toBe(free);
  });

  test('are nothing for an enterprise to bring, outcomes nothing for the economy', async () => {
    const file = new File(['x'], 'x.csv');
    expect(await refusal(world.call('needs.startImport', { kind: 'vacancies', file }, hr))).not.toBeNull();
    expect(await refusal(world.call('needs.startImport', { kind: 'outcomes', file }, econ))).not.toBeNull();
    const theirs = await world.call<{ rows: { kind: string }[] }>('needs.listImports', {}, hr);
    expect(theirs.rows.every((it) => it.kind === 'needs')).toBe(true);
  });
});

test('the shipped answer of trudvsem is taken in, every card accounted for', async () => {
  const bytes = readFileSync(new URL('../../../../examples/kirov/vacancies.json', import.meta.url));
  const { id, seen } = await bring('vacancies', 'vacancies.json', new Uint8Array(bytes), econ);
  expect(seen.counts.rows).toBe(seen.counts.imported + seen.counts.repaired + seen.counts.refused);
  const now = await take(id, 'good', econ);
  expect(now.effect).toEqual(seen.effect);
  expect(now.effect.added).toBe(seen.counts.rows - seen.counts.refused);
});

describe('a whole list of a source', () => {
  const list = (ids: readonly string[]) => {
    const items = ids.map((id) => ({
      id,
      name: `Обходчик списка ${id}`,
      created_at: '2026-09-01T10:00:00+0300',
      employer: { name: 'Завод' },
      area: { name: 'Киров' },
      salary: { from: 50_000, to: null, currency: 'RUR' },
    }));
    return JSON.stringify({ items, found: items.length, pages: 1, page: 0, per_page: 100 });
  };
  const open = async () =>
    (
      await sql<{
        id: string;
      }>`select external_id as id from needs.vacancy where title like 'Обходчик списка %' and closed_on is null order by 1`.execute(
        world.db,
      )
    ).rows.map(({ id }) => id);
  const whole = async (ids: readonly string[], asOf: string) => {
    const more = { complete: 'yes', asOf };
    const { id, seen } = await bring('vacancies', 'hh.json', list(ids), econ, more);
    return seen.state === 'read' ? take(id, 'all', econ) : seen;
  };

  test('closes by its day what it no longer holds; a newer one opens it again, an older one does not', async () => {
    await bring('vacancies', 'hh.json', list(['a', 'b', 'c', 'd']), econ).then(({ id }) =>
      take(id, 'all', econ),
    );
    expect(await open()).toEqual(['a', 'b', 'c', 'd']);
    // what was seen later than the day of the list is not closed by it
    expect((await whole(['a', 'b', 'c'], '2026-10-01')).effect).toMatchObject({ closed: 0 });
    await sql`update needs.vacancy set seen_on = '2026-10-01' where title like 'Обходчик списка %'`.execute(
      world.db,
    );
    expect((await whole(['a', 'b', 'c', 'e'], '2026-11-10')).effect).toMatchObject({ added: 1, closed: 1 });
    const { rows } = await sql<{
      on: string;
    }>`select closed_on as on from needs.vacancy where external_id = 'd' and title like 'Обходчик списка %'`.execute(
      world.db,
    );
    expect(rows).toEqual([{ on: '2026-11-10' }]);
    await whole(['a', 'b', 'c', 'd'], '2026-11-01');
    expect(await open()).not.toContain('d');
    await whole(['a', 'b', 'c', 'd', 'e'], '2026-11-20');
    expect(await open()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('with too few of the open cards is refused and closes nothing', async () => {
    const seen = await whole(['a'], '2026-11-22');
    expect(seen).toMatchObject({ state: 'refused' });
    expect(seen.fault).toContain('полная выгрузка');
    expect(await open()).toHaveLength(5);
  });
});

describe('the kind of a file is told by its columns:', () => {
  const kindOf = async (name: string, text: string, actor: Actor) => {
    const { id } = await bring('auto', name, text, actor);
    return (await world.call<{ kind: string }>('needs.getImport', { id }, actor)).kind;
  };

  test('needs and vacancies', async () => {
    expect(await kindOf('что.csv', 'Профессия;Вид;2027;2028\nТокарь;замена;2;3\n', hr)).toBe('needs');
    const cards = { status: '200', results: { vacancies: [] } };
    expect(await kindOf('что.json', JSON.stringify(cards), econ)).toBe('vacancies');
  });

  test('what tells nothing, and what one may not bring, is refused in words', async () => {
    const bad = await refusal(bring('auto', 'письмо.csv', 'когда;почему\nвчера;так\n', econ));
    expect(bad?.key).toBe('needs:error.unknownKind');
    const cards = { status: '200', results: { vacancies: [] } };
    const other = await refusal(bring('auto', 'что.json', JSON.stringify(cards), hr));
    expect(other?.key).toBe('use-case:error.noRight');
  });
});
