import { callThread } from '../../src/platform/threads/call-thread.ts';
import type { Actor, House } from '../../src/platform/use-case/index.ts';
import { visitor } from '../../src/platform/use-case/index.ts';
import { ask, openAgent } from './ask.ts';
import type { Load, LoadTimes } from './clients.worker.ts';
import { median, quantile, timed, timeInTurn } from './measure.ts';
import { type ListPage, listPages } from './pages.ts';
import { recordSql, replaySql } from './record-sql.ts';
import type { Region, SignedIn } from './start-region.ts';

export interface Measured {
  page: string;
  rows: number;
  kilobytes: number;
  statements: number;
  sqlP50: number;
  apiP50: number;
  pairs: number;
  p99: number;
  requests: number;
  failed: number;
}

export interface Plan {
  clients: number;
  requests: number;
  seconds: number;
}

const TOP = 5;
const WARM_UPS = 3;

/** Looks at every candidate page once, takes the five that cost most, and measures those. */
export async function measurePages(region: Region, house: House, plan: Plan): Promise<Measured[]> {
  const known = new Map<string, SignedIn>();
  const who = async (name: string | null) => {
    if (name === null) return null;
    const earlier = known.get(name);
    if (earlier) return earlier;
    const now = await region.signIn(name);
    known.set(name, now);
    return now;
  };
  const agent = openAgent(1);
  const looked: { page: ListPage; cookie: string | null; actor: Actor; cost: number }[] = [];
  for (const page of listPages.filter(({ useCase }) => house.useCases.has(useCase))) {
    const signed = await who(page.as);
    const [cookie, actor] = [signed?.cookie ?? null, signed?.actor ?? visitor(house.rightsOf('visitor'))];
    const get = async () => {
      const { status } = await ask(agent, region.origin + page.address, cookie);
      if (status !== 200) throw new Error(`${page.name}: ${page.address} was answered with ${status}`);
    };
    for (let i = 0; i < WARM_UPS; i++) await get();
    const costs: number[] = [];
    for (let i = 0; i < WARM_UPS; i++) costs.push(await timed(get));
    looked.push({ page, cookie, actor, cost: median(costs) });
    console.error(`  looked at ${page.name}: ${median(costs).toFixed(1)} ms`);
  }
  const heaviest = looked.toSorted((a, b) => b.cost - a.cost).slice(0, TOP);
  const measured: Measured[] = [];
  for (const one of heaviest) measured.push(await measurePage(region, house, one, { agent, plan }));
  agent.destroy();
  return measured;
}

async function measurePage(
  { server, origin }: Region,
  house: House,
  { page, cookie, actor }: { page: ListPage; cookie: string | null; actor: Actor },
  { agent, plan }: { agent: ReturnType<typeof openAgent>; plan: Plan },
): Promise<Measured> {
  const { db } = server.database;
  const address = origin + page.address;
  const statements = await recordSql(db, house, page, actor);
  const api = () => ask(agent, address, cookie);
  const bare = () => replaySql(db, statements);
  for (let i = 0; i < WARM_UPS; i++) {
    await bare();
    await api();
  }
  const [sqlTimes, apiTimes] = await timeInTurn(bare, api, { least: 9, most: 60, seconds: 8 });
  const load: Load = { address, cookie, ...plan };
  const { milliseconds, failed } = await callThread<LoadTimes>(
    new URL('./clients.worker.ts', import.meta.url),
    load,
    { timeoutMs: (plan.seconds + 120) * 1000, heapMb: 512 },
  );
  return {
    page: page.name,
    rows: await bare(),
    kilobytes: (await api()).bytes / 1024,
    statements: statements.length,
    sqlP50: median(sqlTimes),
    apiP50: median(apiTimes),
    pairs: apiTimes.length,
    p99: quantile(milliseconds, 0.99),
    requests: milliseconds.length,
    failed,
  };
}
