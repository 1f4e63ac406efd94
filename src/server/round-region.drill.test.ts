/**
 * A distribution of the demo region from the portal: opened, ranked, frozen, drawn and published over HTTP while its
 * server is killed in the middle of the computation and of the publication; then students read their reasons, and the
 * exported bundle is checked by the command line and by the script in another language.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Tx } from '../platform/database/index.ts';
import { onServer } from '../testing/database.ts';
import { askPortal } from './testing/ask-portal.ts';
import { newDatabase } from './testing/prepare-region.ts';
import { addChoosers, copyLists, roundFacts } from './testing/round-facts.ts';
import { type Spawned, spawnServer, untilReady } from './testing/spawn-server.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const hasPython = spawnSync('python3', ['--version']).status === 0;
/** ROSTOK_DRILL_SIZE=full is the whole region: 7,000 students. */
const FULL = process.env.ROSTOK_DRILL_SIZE === 'full';
/** Fewer than these would not be the region; `sample` students rank and read their reasons by themselves. */
const LEAST = FULL
  ? { students: 6_900, places: 1_450, borders: 1_000, sample: 20 }
  : { students: 30, places: 20, borders: 5, sample: 3 };

type Where = { dir: string } | { url: string };
type Client = Awaited<ReturnType<typeof askPortal>>;

interface Card {
  id: string;
  state: string;
  faults: object[];
  statistics: { students: number; placed: number } | null;
  administrative: number | null;
  plans: { id: string }[];
  offers: { id: string; cutoff: number | null }[];
}
interface Own {
  id: string;
  placementId: string | null;
  rev: number;
  result: {
    offerId: string | null;
    rank: number | null;
    refusals: { reason: string; title: string }[];
  } | null;
}

const lap = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - from) / 1000).toFixed(2)} s`);
  return result;
};

/** Looks until the job has ended. */
async function untilEnded(ask: Client, jobId: string) {
  for (;;) {
    const job = await ask.read<{ state: string; result: object | null }>(`/jobs/${jobId}`);
    if (['done', 'failed', 'cancelled'].includes(job.state)) return job;
    await wait(50);
  }
}

/** What one person after another does by themselves, each timed. */
async function each<T>(
  what: string,
  origin: string,
  emails: string[],
  work: (own: Client, k: number) => Promise<T>,
) {
  const out: T[] = [];
  const times: number[] = [];
  for (const [k, email] of emails.entries()) {
    const own = await askPortal(origin, email);
    const from = performance.now();
    out.push(await work(own, k));
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  console.log(
    `${what}: median ${times[times.length >> 1]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms`,
  );
  return out;
}

async function drill(where: Where): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), 'rostok-round-'));
  const data: Record<string, string> =
    'url' in where ? { DATABASE_URL: where.url, ROSTOK_DATA: files } : { ROSTOK_DATA: where.dir };
  const demo = { ROSTOK_DEMO_SIZE: FULL ? 'full' : 'small', ROSTOK_DEMO_CALCULATIONS: '0' };
  /** What is stored while no server runs. */
  const inside = async <T>(look: (db: Tx) => Promise<T>): Promise<T> => {
    const opened = await openDatabase(where);
    try {
      return await look(opened.db);
    } finally {
      await opened.close();
    }
  };
  let server: Spawned | undefined;
  let ask!: Client;
  /** `dieAt`: the job and the share at which the process kills itself. */
  const begin = async (dieAt?: string) => {
    const hook = fileURLToPath(new URL('./testing/die-at.ts', import.meta.url));
    const dying: Record<string, string> = dieAt
      ? { ROSTOK_DIE_AT: dieAt, NODE_OPTIONS: `--import tsx --import ${hook}` }
      : {};
    server = await spawnServer({ ...data, ...demo, LOG_LEVEL: 'silent', ...dying });
    await untilReady(server);
    ask = await askPortal(server.origin, 'placement@demo.rostok');
    return server;
  };
  const card = (id: string) => ask.read<Card>(`/practice/rounds/${id}`);

  try {
    await lap('the region is loaded and the server ready', () => begin());
    const { rows: before } = await ask.read<{ rows: Card[] }>('/practice/rounds');
    const old = await card(before.find(({ state }) => state === 'ranking')?.id ?? '');
    const here = new Set([...old.plans, ...old.offers].map((one) => one.id));
    await lap('the round of the demo called off', () =>
      ask.post(`/practice/rounds/${old.id}/move`, {
        ...{ id: old.id, event: 'cancel', reason: 'проверка: распределение открывается заново' },
      }),
    );
    const choices = await lap('what may be opened', () =>
      ask.read<{ plans: { id: string }[]; offers: { id: string; seats: number }[] }>(
        '/practice/round-choices?from=2027-04-01&to=2027-06-30',
      ),
    );
    const { id } = await lap('opened', () =>
      ask.post<{ id: string }>('/practice/rounds/open', {
        ...{ title: 'Распределение всей области', schoolYear: 2026, leftovers: true, answerBy: '2027-01-20' },
        classes: [{ kind: 'district' }, { kind: 'distance', bands: [10, 30, 60] }],
        ...{ opensAt: '2026-11-01T06:00:00Z', freezesAt: '2099-01-01T06:00:00Z' },
        planIds: choices.plans.map((plan) => plan.id).filter((one) => here.has(one)),
        offers: choices.offers
          .filter((one) => here.has(one.id))
          .map(({ id: offer, seats }) => ({ id: offer, seats })),
      }),
    );
    await lap('the ranking begun', () => ask.post(`/practice/rounds/${id}/move`, { id, event: 'rank' }));
    await server?.kill();
    const choosers = await inside(async (db) => {
      await copyLists(db, old.id, id);
      return addChoosers(db, id, LEAST.sample);
    });
    const emails = choosers.map(({ email }) => email);

    // the draw, killed when it has computed: nothing of a result is stored
    server = await begin('practice.drawRound 75');
    const own = async (one: Client) =>
      (await one.read<{ rows: Own[] }>('/practice/my-rounds')).rows.find((round) => round.id === id);
    await each('a student reads the places and sends a list', server.origin, emails, async (one, k) => {
      const rev = (await own(one))?.rev;
      await one.post(`/practice/my-rounds/${id}/rank`, {
        ...{ id, rev, offerIds: choosers[k]?.offers.toReversed() },
      });
    });
    const frozen = await lap('frozen', () =>
      ask.post<{ students: number; places: number }>(`/practice/rounds/${id}/freeze`, { id }),
    );
    console.log(`${frozen.students} students, ${frozen.places} places`);
    expect(frozen.students).toBeGreaterThan(LEAST.students);
    expect(frozen.places).toBeGreaterThan(LEAST.places);
    const draw = await lap('the draw asked for', () =>
      ask.post<{ jobId: string }>(`/practice/rounds/${id}/draw`, { id, beacon: '417' }),
    );
    expect(await server.ended).toBe('SIGKILL');
    expect(await inside((db) => roundFacts(db, id))).toMatchObject({
      ...{ state: 'drawing', results: 0, stored: 0, placed: 0 },
    });
    // the next one ends the draw, and dies in its turn half way through the publication
    server = await begin(`practice.publishRound ${FULL ? 50 : 21}`);
    const drawn = await lap('drawn by the next server', () => untilEnded(ask, draw.jobId));
    console.log('the draw, milliseconds by part', JSON.stringify(drawn.result));
    expect(drawn.state).toBe('done');
    const after = await lap('the page of the round', () => card(id));
    expect(after).toMatchObject({ state: 'drawn', statistics: { students: frozen.students } });
    const seated = (after.statistics?.placed ?? 0) + (after.administrative ?? 0);
    console.log(`placed by lists ${after.statistics?.placed}, by distance ${after.administrative}`);

    // the publication: some are placed, nobody is told, places stay frozen
    const publication = await lap('the publication asked for', () =>
      ask.post<{ jobId: string }>(`/practice/rounds/${id}/publish`, { id }),
    );
    expect(await server.ended).toBe('SIGKILL');
    const middle = await inside((db) => roundFacts(db, id));
    expect(middle).toMatchObject({
      state: 'publishing',
      told: 0,
      frozen: frozen.places,
      results: frozen.students,
    });
    expect(middle).toMatchObject({ over: 0, untrue: 0, foreign: 0, unexplained: 0, people: middle?.placed });
    expect(middle?.placed).toBeGreaterThan(0);
    expect(middle?.placed).toBeLessThan(seated);

    server = await begin();
    const told = await lap('the rest published by the next server', () => ask.follow(publication.jobId));
    console.log(`the open page was told ${told.shares.length} shares`);
    expect(told).toMatchObject({ state: 'done' });
    expect(told.shares.at(-1)).toBe(1);
    if (FULL) expect(told.shares.some((share) => share > 0.5 && share < 1)).toBe(true);
    const published = await lap('the page of the published round', () => card(id));
    expect(published).toMatchObject({ state: 'published', faults: [] });
    expect(published.offers.filter(({ cutoff }) => cutoff !== null).length).toBeGreaterThan(LEAST.borders);

    const reasons = await each('a student opens the own reasons', server.origin, emails, own);
    for (const [k, one] of reasons.entries()) {
      expect(one?.result, emails[k]).toBeTruthy();
      const { offerId = null, rank = null, refusals = [] } = one?.result ?? {};
      // why not at each place named above the own one
      expect(refusals).toHaveLength(rank === null ? (choosers[k]?.offers.length ?? 0) : rank - 1);
      expect(refusals.every(({ reason, title }) => reason !== '' && title !== '')).toBe(true);
      expect(one?.placementId !== null).toBe(offerId !== null);
    }
    const open = await lap('the page for everybody', async () => {
      const answer = await fetch(`${server?.origin}/api/practice/draws/${id}`);
      return ((await answer.json()) as { data: { seed: string; places: { cutoff: number | null }[] } }).data;
    });
    expect(open.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(open.places.filter(({ cutoff }) => cutoff !== null).length).toBeGreaterThan(LEAST.borders / 2);

    const bundle = await lap('the bundle exported', () =>
      ask.read<{ input: object; result: object }>(`/practice/rounds/${id}/bundle`),
    );
    const write = (name: string, value: unknown) => {
      writeFileSync(join(files, name), JSON.stringify(value));
      return join(files, name);
    };
    const out = write('out.json', bundle.result);
    const input = write('in.json', bundle.input);
    await lap('rostok verify', () => run(join(root, 'bin/rostok'), ['verify', out, '--in', input]));
    if (hasPython) {
      const said = await lap('docs/lottery.py', () =>
        run('python3', [join(root, 'docs/lottery.py'), write('bundle.json', bundle)]),
      );
      expect(said.stdout).toContain(`${frozen.students} tickets: the same`);
    } else console.log('no python3 here: the lottery is not recomputed in another language');

    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(await inside((db) => roundFacts(db, id))).toMatchObject({
      ...{ state: 'published', placed: seated, people: seated, frozen: 0 },
      ...{ over: 0, untrue: 0, foreign: 0, unexplained: 0, results: frozen.students },
    });
  } finally {
    await server?.kill();
    rmSync(files, { recursive: true, force: true });
  }
}

describe('a distribution through the portal, killed in its computation and its publication', () => {
  const timeout = 3_600_000;
  test('on the embedded database', { timeout }, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'rostok-round-region-'));
    await drill({ dir });
    rmSync(dir, { recursive: true, force: true });
  });
  test.skipIf(!onServer)('on PostgreSQL', { timeout }, async () => drill({ url: await newDatabase() }));
});
