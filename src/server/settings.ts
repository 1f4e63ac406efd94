import type { ProviderSettings } from '../platform/identity/index.ts';
import { BadSettings } from './bad-settings.ts';
import { readProviders } from './provider-settings.ts';

export { BadSettings };

/** Settings of one process, read from the environment once. */
export interface Settings {
  port: number;
  host: string;
  role: 'all' | 'web' | 'worker';
  databaseUrl: string | null;
  dataDir: string;
  filesDir: string;
  demo: boolean;
  demoSize: 'small' | 'full' | 'stress';
  /** The demo starts its first forecast and order by itself. */
  demoCalculations: boolean;
  production: boolean;
  secret: string;
  origin: string;
  timeZone: string;
  region: { id: string; name: string };
  smtpUrl: string | null;
  mailFrom: string;
  /** Outer addresses the server may call on its own: see outgoing/allowed-host.ts. */
  allowedHosts: string[];
  /** Outer sign-in services, in the order of their buttons. */
  providers: ProviderSettings[];
  /** While a room is being built: start although an entry has no use case yet. Never in production. */
  unfinished: boolean;
  logLevel: string;
  /** Whoever reads /metrics shows this key; in production nobody reads them without one. */
  metricsKey: string | null;
}

const DEMO_SECRET = 'demo-secret-of-a-region-without-real-persons';

/** Reads and checks the environment. Production refuses to start without secrets and never runs the demo. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const production = env.NODE_ENV === 'production';
  const demo = env.ROSTOK_DEMO ? env.ROSTOK_DEMO === '1' : !production;
  if (production && demo) throw new BadSettings('server:error.demoInProduction');
  const secret = env.ROSTOK_SECRET ?? (demo ? DEMO_SECRET : '');
  if (secret.length < 32 || (production && secret === DEMO_SECRET))
    throw new BadSettings('server:error.noSecret');
  const port = Number(env.PORT ?? 3000);
  const origin = env.ROSTOK_ORIGIN ?? `http://localhost:${port}`;
  if (production && !origin.startsWith('https://')) throw new BadSettings('server:error.noOrigin');
  const role = env.ROSTOK_ROLE ?? 'all';
  if (role !== 'all' && role !== 'web' && role !== 'worker')
    throw new BadSettings('server:error.role', { role });
  const demoSize = env.ROSTOK_DEMO_SIZE ?? 'small';
  if (demoSize !== 'small' && demoSize !== 'full' && demoSize !== 'stress')
    throw new BadSettings('server:error.demoSize', { size: demoSize });
  const allowedHosts = (env.ROSTOK_ALLOWED_HOSTS ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean);
  const dataDir = env.ROSTOK_DATA ?? 'data';
  return {
    port,
    host: env.HOST ?? '127.0.0.1',
    role,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir,
    filesDir: env.FILES_DIR ?? `${dataDir}/files`,
    demo,
    demoSize,
    demoCalculations: env.ROSTOK_DEMO_CALCULATIONS !== '0',
    production,
    secret,
    origin,
    timeZone: env.ROSTOK_TIME_ZONE ?? 'Europe/Moscow',
    region: { id: env.ROSTOK_REGION ?? 'kirov', name: env.ROSTOK_REGION_NAME ?? '' },
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'rostok@localhost',
    allowedHosts,
    providers: readProviders(env, { allowedHosts, demo }),
    unfinished: !production && env.ROSTOK_UNFINISHED === '1',
    logLevel: env.LOG_LEVEL ?? 'info',
    metricsKey: env.ROSTOK_METRICS_KEY ?? null,
  };
}
