import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoWorld } from '../../testing/demo-world.ts';
import { runJob } from '../../testing/run-job.ts';
import type { TestWorld } from '../../testing/world.ts';
import { readForecastInput } from './input/read-input.ts';
import { runForecastJob } from './runs/run-forecast.job.ts';

let world: TestWorld;
let runId = '';
const compute = (id: string) => runJob(world, runForecastJob, { runId: id, seed: 1 });
const start = async () =>
  (
    await world.call<{ id: string }>(
      'forecast.startRun',
      { title: 'Проверка' },
      world.as('min_econ_specialist'),
    )
  ).id;

beforeAll(async () => {
  world = await demoWorld();
  runId = await start();
  await compute(runId);
});

describe('a run of the forecast', () => {
  test('is stored whole, with need = sum of its cells', async () => {
    const run = await world.call<{ state: string; summary: { need: number; years: number[] } }>(
      'forecast.getRun',
      { id: runId },
      world.as('min_econ_specialist'),
    );
    expect(run.state).toBe('done');
    expect(run.summary.years).toEqual([2027, 2028, 2029, 2030, 2031, 2032, 2033]);
    const cells = await world.call<{ rows: { need: number }[] }>(
      'forecast.listCells',
      { by: 'year' },
      world.as('min_econ_specialist'),
    );
    expect(cells.rows.reduce((sum, row) => sum + row.need, 0)).toBeCloseTo(run.summary.need, 0);
  });

  test('the same data give the same hash, and the next version', async () => {
    const again = await start();
    await compute(again);
    const { rows } = await sql<{
      version: number;
      input_hash: string;
      result_hash: string;
    }>`select version, input_hash, result_hash
      from forecast.run order by version`.execute(world.db);
    expect(rows[1]).toMatchObject({
      version: 2,
      input_hash: rows[0]?.input_hash,
      result_hash: rows[0]?.result_hash,
    });
  });

  test('every cell opens to what it was made of, and the parts add up', async () => {
    const { rows } = await world.call<{ rows: { occupation: string; need: number }[] }>(
      'forecast.listCells',
      { by: 'occupation' },
      world.as('min_econ_specialist'),
    );
    const first = rows[0];
    const trace = await world.call<{ people: number; lines: object[] }>(
      'forecast.traceCell',
      { occupation: first?.occupation },
      world.as('min_econ_specialist'),
    );
    expect(trace.people).toBeCloseTo(first?.need ?? 0, 6);
    expect(trace.lines.length).toBeGreaterThan(0);
  });

  test('an enterprise sees its own lines behind a number and how many are hidden', async () => {
    const { rows } = await sql<{
      organisation_id: string;
      occupation: string;
    }>`select organisation_id, occupation from needs.line_v limit 1`.execute(world.db);
    const own = rows[0];
    const trace = await world.call<{ lines: { organisation: string }[]; hidden: { rows: number } }>(
      'forecast.traceCell',
      { occupation: own?.occupation },
      world.as('enterprise_hr', { organisationId: own?.organisation_id ?? null }),
    );
    expect(new Set(trace.lines.map((line) => line.organisation)).size).toBeLessThanOrEqual(1);
    expect(trace.hidden.rows).toBeGreaterThanOrEqual(0);
  });

  test('the public page withholds cells and counts them', async () => {
    const seen = await world.call<{ occupations: object[]; hidden: { occupations: number } }>(
      'forecast.publicNeed',
      {},
      world.as('visitor'),
    );
    const { rows } = await sql<{
      n: number;
    }>`select count(distinct occupation)::int as n from forecast.cell where run_id = ${runId}`.execute(
      world.db,
    );
    expect(seen.occupations.length + seen.hidden.occupations).toBe(rows[0]?.n);
  });
});

describe('the rules of the needs', () => {
  const put = (key: string, value: unknown) =>
    sql`insert into platform.setting
      (id, key, value, valid, source, trust, role, at)
    values (${world.newId()}, ${key}, ${JSON.stringify(value)}::jsonb, '(,)', 'проверка', 'A', 'admin', now())`.execute(
      world.db,
    );
  const drop = (key: string) => sql`delete from platform.setting where key = ${key}`.execute(world.db);

  test('decide which vacancies a run takes and for how many places each counts', async () => {
    const vacancies = async () =>
      (await readForecastInput(world.db, { asOf: '2026-11-23', seed: 1 })).needLines.reduce(
        (sum, line) => sum + line.vacanciesOver90,
        0,
      );
    const usual = await vacancies();
    expect(usual).toBeGreaterThan(0);
    await put('needs.vacancyOpenDays', 365);
    expect(await vacancies()).toBeLessThan(usual);
    await drop('needs.vacancyOpenDays');
    const one = await sql<{ id: string }>`select v.id from needs.vacancy_v v
      where v.opened_on < '2026-06-01' and v.occupation is not null and v.organisation_id is not null limit 1`.execute(
      world.db,
    );
    await sql`update needs.vacancy set work_places = 99 where id = ${one.rows[0]?.id}`.execute(world.db);
    const capped = await vacancies();
    await put('needs.vacancyPlacesCap', 99);
    expect((await vacancies()) - capped).toBe(79);
    await drop('needs.vacancyPlacesCap');
  });

  test('decide how few enterprises a public figure may stand on', async () => {
    const shown = async () =>
      (await world.call<{ occupations: object[] }>('forecast.publicNeed', {}, world.as('visitor')))
        .occupations.length;
    const usual = await shown();
    await put('needs.publicationMinEnterprises', 20);
    expect(await shown()).toBeLessThan(usual);
    await drop('needs.publicationMinEnterprises');
  });
});
