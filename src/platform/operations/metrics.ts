import { sql } from 'kysely';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { World } from '../use-case/index.ts';

export interface HttpSeen {
  method: string;
  /** The route's pattern (`/api/needs/{id}`), never the address itself: addresses hold ids. */
  route: string;
  status: number;
  seconds: number;
}

export interface Metrics {
  observeHttp(seen: HttpSeen): void;
  /** Counts a refusal of a use case by its key. */
  countRefusal(key: string): void;
  contentType: string;
  /** The text that Prometheus reads; asks the database for the state of jobs, outbox, mail and connections. */
  text(): Promise<string>;
}

/** Gauges filled from one query each time they are read: `label` → number. */
interface Reading {
  name: string;
  help: string;
  label?: string;
  rows(world: Pick<World, 'db'>): Promise<{ label: string; value: number }[]>;
}

const READINGS: Reading[] = [
  {
    name: 'rostok_jobs',
    help: 'Jobs that wait or run, and those ended within a day, by state',
    label: 'state',
    rows: async ({ db }) =>
      (
        await sql<{ label: string; value: number }>`select state as label, count(*) as value from platform.job
          where finished_at is null or finished_at > now() - interval '1 day' group by state`.execute(db)
      ).rows,
  },
  {
    name: 'rostok_job_oldest_waiting_seconds',
    help: 'How long the oldest job has been waiting',
    rows: async ({ db }) =>
      (
        await sql<{ label: string; value: number }>`select '' as label,
          coalesce(extract(epoch from now() - min(greatest(created_at, start_after))), 0)::float8 as value
          from platform.job where state = 'queued' and (start_after is null or start_after <= now())`.execute(
          db,
        )
      ).rows,
  },
  {
    name: 'rostok_outbox_waiting',
    help: 'Events not yet delivered to all receivers',
    rows: async ({ db }) =>
      (
        await sql<{ label: string; value: number }>`select '' as label, count(*) as value from platform.event
          where dispatched_at is null`.execute(db)
      ).rows,
  },
  {
    name: 'rostok_outbox_lag_seconds',
    help: 'Age of the oldest event not yet delivered',
    rows: async ({ db }) =>
      (
        await sql<{ label: string; value: number }>`select '' as label,
          coalesce(extract(epoch from now() - min(at)), 0)::float8 as value from platform.event
          where dispatched_at is null`.execute(db)
      ).rows,
  },
  {
    name: 'rostok_outbox_failing',
    help: 'Deliveries that have failed and will be tried again, by receiver',
    label: 'subscriber',
    rows: async ({ db }) =>
      (
        await sql<{ label: string; value: number }>`select subscriber as label, count(*) as value
          from platform.event_failure group by subscriber`.execute(db)
      ).rows,
  },
  {
    name: 'rostok_mail',
    help: 'Messages of the last day, by state',
    label: 'state',
    rows: async ({ db }) =>
      (
        await sql<{
          label: string;
          value: number;
        }>`select state as label, count(*) as value from platform.mail
          where created_at > now() - interval '1 day' group by state`.execute(db)
      ).rows,
  },
  {
    name: 'rostok_database_connections',
    help: 'Connections to this database, by what they do',
    label: 'state',
    rows: async ({ db }) =>
      (
        await sql<{ label: string; value: number }>`select coalesce(state, 'none') as label, count(*) as value
          from pg_stat_activity where datname = current_database() group by 1`.execute(db)
      ).rows,
  },
];

function addReading(registry: Registry, world: Pick<World, 'db'>, reading: Reading): void {
  const { name, help, label, rows } = reading;
  new Gauge({
    name,
    help,
    labelNames: label ? [label] : [],
    registers: [registry],
    async collect() {
      this.reset();
      for (const row of await rows(world))
        this.set(label ? { [label]: row.label } : {}, Math.max(0, row.value));
    },
  });
}

/** The process's metrics: HTTP by route, event loop and memory (prom-client's own), and the region's queues. */
export function createMetrics(world: Pick<World, 'db'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const http = new Histogram({
    name: 'rostok_http_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'rostok_refusals_total',
    help: 'Refusals of use cases, by message',
    labelNames: ['key'],
    registers: [registry],
  });
  const up = new Gauge({
    name: 'rostok_database_up',
    help: '1: the database answers',
    registers: [registry],
  });
  const ping = new Gauge({
    name: 'rostok_database_ping_seconds',
    help: 'Time to get a connection and an answer',
    registers: [registry],
  });
  const asked = new Registry();
  for (const reading of READINGS) addReading(asked, world, reading);

  return {
    observeHttp: ({ method, route, status, seconds }) =>
      http.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    countRefusal: (key) => refusals.inc({ key }),
    contentType: registry.contentType,
    async text() {
      const begun = performance.now();
      // without the database the rest is still told: that is when it is looked at
      const fromDatabase = await sql`select 1`
        .execute(world.db)
        .then(() => {
          ping.set((performance.now() - begun) / 1000);
          return asked.metrics();
        })
        .catch(() => null);
      up.set(fromDatabase === null ? 0 : 1);
      return `${await registry.metrics()}\n${fromDatabase ?? ''}`;
    },
  };
}
