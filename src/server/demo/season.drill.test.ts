/**
 * A year's exams of the whole demo region from the portal, over HTTP as the operator's page asks it: days, centres and
 * experts computed with live progress, the bundle verified by the command line (code that shares nothing with the
 * solver), the exams created and their experts invited, the shortage by districts.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { onServer } from '../../testing/database.ts';
import { askPortal } from '../testing/ask-portal.ts';
import { newDatabase } from '../testing/prepare-region.ts';
import { type Spawned, spawnServer, untilReady } from '../testing/spawn-server.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const SIZE = process.env.ROSTOK_DRILL_SIZE === 'full' ? 'full' : 'small';
/** Fewer than these would not be the whole region. */
const LEAST =
  SIZE === 'full'
    ? { graduates: 6_000, exams: 500, experts: 800 }
    : { graduates: 100, exams: 10, experts: 10 };

interface Card {
  rev: number;
  state: string;
  hash: string;
  exams: number;
  seats: number;
  filled: number;
  empty: number;
  people: number;
  cost: number;
  bound: number;
  ms: number;
  season: {
    graduates: number;
    without: { students: number }[];
    unplaced: { students: number }[];
    gap: number;
    rounds: number[];
  };
  rows: {
    students: number;
    sessionId: string | null;
    seats: { fault: string | null; person: object | null }[];
  }[];
  demand: {
    closing: object[];
    afterClosing: number;
    shortages: object[];
    districts: { seats: number; empty: number }[];
  };
}

const lap = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
};
const share = (numbers: number[]) => numbers.map((one) => `${Math.round(100 * one)} %`).join(' ');

async function drill(env: Record<string, string>, folder: string): Promise<void> {
  const server: Spawned = await spawnServer({
    LOG_LEVEL: 'silent',
    ROSTOK_DEMO_SIZE: SIZE,
    ROSTOK_DEMO_CALCULATIONS: '0',
    ...env,
  });
  try {
    await lap('the region is loaded and the server ready', () => untilReady(server));
    const operator = await askPortal(server.origin, 'exams@demo.rostok');
    const { id, jobId } = await operator.post<{ id: string; jobId: string }>('/exams/staffings', {
      kind: 'season',
      from: '2027-05-17',
      to: '2027-06-30',
      year: 2027,
    });
    const computed = await lap('days, centres and experts', () => operator.follow(jobId));
    console.log(`live progress: ${share(computed.shares)}`);
    expect(computed.state).toBe('done');
    expect(computed.shares.length).toBeGreaterThan(2);
    const card = await lap('the page of the calculation', () =>
      operator.read<Card>(`/exams/staffings/${id}`),
    );
    const { season, demand } = card;
    const without = [...season.without, ...season.unplaced].reduce((sum, one) => sum + one.students, 0);
    console.log(
      `graduates ${season.graduates}, without kit, centre or day ${without}, exams ${card.exams}, seats ${card.seats}, filled ${card.filled}, empty ${card.empty}, experts ${card.people}, cost ${card.cost}, bound ${card.bound}, calendar gap ${(100 * season.gap).toFixed(2)} %, rounds ${season.rounds.join(' ')}, solver ${card.ms} ms, shortages ${demand.shortages.length}, who closes ${demand.closing.length}, empty then ${demand.afterClosing}`,
    );
    expect(season.graduates).toBeGreaterThan(LEAST.graduates);
    expect(card.exams).toBeGreaterThan(LEAST.exams);
    expect(card.people).toBeGreaterThan(LEAST.experts);
    expect(card.rows.reduce((sum, one) => sum + one.students, 0) + without).toBe(season.graduates);
    expect(card.filled + card.empty).toBe(card.seats);
    expect(card.cost).toBe(card.bound);

    const bundle = await operator.read<{ hash: string; instances: string; answers: string }>(
      `/exams/staffings/${id}/bundle`,
    );
    expect(bundle.hash).toBe(card.hash);
    const [input, output] = [join(folder, 'IN.jsonl'), join(folder, 'OUT.jsonl')];
    writeFileSync(input, bundle.instances);
    writeFileSync(output, bundle.answers);
    const verify = (file: string) =>
      run(process.execPath, [join(root, 'bin/rostok'), 'verify', file, '--in', input], { cwd: root }).then(
        ({ stdout }) => ({ code: 0, said: stdout }),
        (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout }),
      );
    const checked = await lap('rostok verify', () => verify(output));
    console.log(checked.said.trim().split('\n').at(-1));
    expect(checked.code).toBe(0);
    // one seat given to somebody else is found
    const lines = bundle.answers.trim().split('\n');
    const first = JSON.parse(lines[0] ?? '{}') as { assignment: { expert: string }[] };
    const [one, other] = [first.assignment[0], first.assignment.at(-1)];
    if (one && other) one.expert = other.expert;
    const changed = join(folder, 'CHANGED.jsonl');
    writeFileSync(changed, `${[JSON.stringify(first), ...lines.slice(1)].join('\n')}\n`);
    expect((await verify(changed)).code).toBe(1);

    const { jobId: applying } = await operator.post<{ jobId: string }>(`/exams/staffings/${id}/apply`, {
      rev: card.rev,
    });
    const applied = await lap('exams created and experts invited', () => operator.follow(applying));
    console.log(`live progress: ${applied.shares.length} steps, ${share(applied.shares.slice(0, 3))} …`);
    expect(applied.state).toBe('done');
    const now = await operator.read<Card>(`/exams/staffings/${id}`);
    expect(now.state).toBe('applied');
    expect(now.rows.filter(({ sessionId }) => sessionId === null)).toEqual([]);
    const faults = now.rows.flatMap(({ seats }) => seats.flatMap(({ fault }) => fault ?? []));
    console.log(`refused invitations ${faults.length}`);
    expect(faults).toEqual([]);

    const map = await operator.read<{ demand: Card['demand'] }>('/exams/demand');
    const { districts } = map.demand;
    console.log(
      `districts ${districts.length}, with a shortage ${districts.filter(({ empty }) => empty > 0).length}`,
    );
    expect(districts.reduce((sum, row) => sum + row.empty, 0)).toBe(card.empty);
    expect(districts.reduce((sum, row) => sum + row.seats, 0)).toBe(card.seats);
  } finally {
    await server.kill();
  }
}

test('a year’s exams of the demo region on the embedded database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rostok-season-'));
  try {
    await drill({ ROSTOK_DATA: folder }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 1_800_000);

test.skipIf(!onServer)(
  'the same on PostgreSQL',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rostok-season-'));
    try {
      await drill({ ROSTOK_DATA: folder, DATABASE_URL: await newDatabase() }, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  1_800_000,
);
