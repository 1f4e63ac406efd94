// API time of the heaviest list pages against the bare SQL of the same pages, and p99 under many clients, on the
// embedded database and on PostgreSQL. Loopback only; needs nothing but this checkout.
// Usage: npm run bench:http -- [--size small|full|stress] [--only pglite|postgres] [--clients 64] [--requests 640]
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../src/platform/database/index.ts';
import { buildHouse } from '../src/platform/use-case/index.ts';
import { tree } from '../src/tree.gen.ts';
import { calculateForecast, fillOrder } from './http/fill-region.ts';
import { type Measured, measurePages, type Plan } from './http/measure-pages.ts';
import { startPostgres } from './http/start-postgres.ts';
import { startRegion } from './http/start-region.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'full' },
    only: { type: 'string' },
    clients: { type: 'string', default: '64' },
    requests: { type: 'string', default: '640' },
    seconds: { type: 'string', default: '30' },
  },
});
const plan: Plan = {
  clients: Number(values.clients),
  requests: Number(values.requests),
  seconds: Number(values.seconds),
};
const house = buildHouse(tree);
const load = () =>
  `load average ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')} on ${cpus().length} processors`;

async function measureOn(databaseUrl: string | null): Promise<Measured[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rostok-bench-'));
  try {
    const region = await startRegion(values.size, { dataDir, databaseUrl });
    try {
      const { db } = region.server.database;
      console.error(`  region ${values.size} loaded in ${region.loadSeconds.toFixed(1)} s`);
      const seconds = await calculateForecast(region, await region.signIn('ministry'));
      console.error(`  forecast calculated in ${seconds.toFixed(1)} s`);
      const order = await fillOrder(db);
      console.error(`  order filled: ${order.seatLines} seat lines, ${order.backing} rows behind them`);
      await sql`analyze`.execute(db);
      return await measurePages(region, house, plan);
    } finally {
      await region.server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A database of the bench's own on the server, dropped afterwards. */
async function measureOnPostgres(url: string): Promise<Measured[]> {
  const name = `rostok_bench_${process.pid}`;
  const main = await openDatabase({ url, poolSize: 1 });
  try {
    await sql.raw(`create database ${name}`).execute(main.db);
    const own = new URL(url);
    own.pathname = `/${name}`;
    return await measureOn(own.href);
  } finally {
    await sql.raw(`drop database if exists ${name}`).execute(main.db);
    await main.close();
  }
}

const table: Record<string, string | number>[] = [];
const add = (database: string, measured: readonly Measured[]) => {
  for (const m of measured)
    table.push({
      database,
      page: m.page,
      'rows read': m.rows,
      KB: Math.round(m.kilobytes),
      'SQL p50, ms': m.sqlP50.toFixed(1),
      'API p50, ms': m.apiP50.toFixed(1),
      'API / SQL': `${(m.apiP50 / m.sqlP50).toFixed(2)}${m.apiP50 > 1.5 * m.sqlP50 ? ' (above 1.5)' : ''}`,
      pairs: m.pairs,
      [`p99 of ${plan.clients} clients, ms`]: Math.round(m.p99),
      requests: m.failed > 0 ? `${m.requests}, ${m.failed} failed` : m.requests,
    });
};

console.error(`Before: ${load()}`);
if (values.only !== 'postgres') {
  console.error('PGlite, in a folder');
  add('PGlite', await measureOn(null));
}
if (values.only !== 'pglite') {
  const postgres = await startPostgres(process.env.DATABASE_URL);
  if (postgres) {
    console.error(`PostgreSQL: ${postgres.kind}`);
    try {
      add('PostgreSQL', await measureOnPostgres(postgres.url));
    } finally {
      await postgres.stop();
    }
  } else console.error('PostgreSQL: there is none here and none can be installed; that half is not measured');
}
console.table(table);
console.log(
  `Region ${values.size}; after: ${load()}. Times of a shared machine are noisy: look at the ratio first.`,
);
console.log(
  'SQL: the statements of the page’s use case, sent again through the same driver, in turn with the API calls. ' +
    'The API also looks up the session, checks input and answer, and writes JSON over HTTP. ' +
    'The order’s rows are filled in at the region’s real size, not calculated.',
);
process.exit(0);
