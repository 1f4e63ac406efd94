import { inTransaction, type Tx } from '../database/index.ts';
import { addAccount, type NewAccount, revokeSessions, setPassword, switchAssignment } from './accounts.ts';
import { ourAnswer, refusal } from './answers.ts';
import { ADDRESS_HEADER, type Auth, buildAuth } from './auth.ts';
import { asksProvider, isOpenDoor } from './open-doors.ts';
import { discoverProviders, type ProviderSettings } from './providers.ts';
import { PASSWORD } from './rules/password.ts';
import { sessionCookieReader } from './session-cookie.ts';
import { bookTry, dropTry, forgetTries, purgeTries } from './wrong-passwords.ts';

export interface IdentityParts {
  db: Tx;
  /** At least 32 random characters; signs cookies and encrypts second-factor secrets. */
  secret: string;
  /** The portal's public address, `https://…`. */
  origin: string;
  demo: boolean;
  settings: {
    appName: string;
    /** A session ends after so many hours, whatever happens; 168 when left out. */
    sessionHours?: number;
    /** Further addresses of the portal whose pages may call, e.g. a dev server's. */
    trustedOrigins?: string[];
    providers?: ProviderSettings[];
  };
  /** Hosts (`host` or `host:port`) that outer providers may live on. */
  allowedHosts: readonly string[];
  /** Sends a message by template: `identity.reset-password` with `{ name, address }`. */
  sendMail(mail: { to: string; template: string; params: Record<string, string> }): Promise<void>;
  now?(): Date;
  log?(level: 'debug' | 'info' | 'warn' | 'error', message: string): void;
}

export interface Identity {
  /**
   * Answers everything below /api/auth. `address` is the caller's, as the server knows it (behind a balancer: from
   * its trusted header); rate limits and locks count by it.
   */
  handler(request: Request, address?: string): Promise<Response>;
  /** Cookie header → session token, when the signature is ours. Asks no database. */
  readToken(cookieHeader: string | null | undefined): string | null;
  createUser(account: NewAccount): Promise<{ userId: string }>;
  setPassword(userId: string, password: string): Promise<void>;
  /** Signs the account out everywhere; gives the number of sessions ended. */
  revokeSessions(userId: string): Promise<number>;
  switchAssignment(token: string, assignmentId: string | null): Promise<void>;
  /** Outer providers to offer on the sign-in page. */
  providers: readonly { id: string; title: string }[];
}

const WEEK_HOURS = 168;

/** Minutes, not an hour of the clock: the server need not stand in the reader's time zone. */
function lockParams(until: string, now: Date) {
  const seconds = Math.ceil((Date.parse(until) - now.getTime()) / 1000);
  return { until, seconds, minutes: Math.ceil(seconds / 60) };
}

/** A text field of the request's JSON body, '' when there is none; the body stays readable. */
async function fieldOf(request: Request, name: string): Promise<string> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  const value = body && typeof body === 'object' ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}

/** Sign-in over the region's database: accounts, second factor, outer providers. See `IdentityParts`. */
export function createIdentity(parts: IdentityParts): Identity {
  const { db, origin, settings, demo } = parts;
  if (parts.secret.length < 32) throw new Error('identity: the secret needs at least 32 characters');
  const now = parts.now ?? (() => new Date());
  const log = parts.log ?? (() => {});
  const wanted = settings.providers ?? [];

  const build = (providers: Parameters<typeof buildAuth>[0]['providers']) =>
    buildAuth({
      db,
      secret: parts.secret,
      origin,
      trustedOrigins: settings.trustedOrigins ?? [],
      sessionHours: settings.sessionHours ?? WEEK_HOURS,
      appName: settings.appName,
      providers,
      log,
      sendReset: ({ email, name, token }) =>
        parts.sendMail({
          to: email,
          template: 'identity.reset-password',
          params: { name, address: `${origin}/reset-password#${token}` },
        }),
    });

  // the provider's own description is asked for at the first sign-in through it: an outer failure stops no start
  const outgoing = { hosts: parts.allowedHosts, production: !demo };
  const discovery = discoverProviders({ wanted, outgoing, log });
  const plain = build([]);
  let withProviders: { count: number; auth: Auth } | null = null;
  async function authFor(path: string): Promise<Auth> {
    if (!asksProvider(path) || wanted.length === 0) return plain;
    const found = await discovery();
    if (withProviders?.count !== found.length) withProviders = { count: found.length, auth: build(found) };
    return withProviders.auth;
  }

  async function newPassword(request: Request): Promise<Response> {
    const password = await fieldOf(request, 'newPassword');
    const fault = PASSWORD.faultOf(password, '');
    if (fault) return refusal(request, 400, fault.key, fault.params);
    return ourAnswer(request, await plain.handler(request));
  }

  async function signIn(request: Request, address: string): Promise<Response> {
    const email = await fieldOf(request, 'email');
    const attempt = { email, address, now: now() };
    const booked = await bookTry(db, attempt);
    if ('lockedUntil' in booked)
      return refusal(request, 429, 'identity:error.locked', lockParams(booked.lockedUntil, attempt.now));
    const answer = await ourAnswer(request, await plain.handler(request));
    if (answer.ok) await forgetTries(db, attempt);
    else if (answer.status !== 400) await dropTry(db, booked.id);
    else await purgeTries(db, attempt.now);
    return answer;
  }

  async function handler(given: Request, address = ''): Promise<Response> {
    const path = new URL(given.url).pathname.replace(/^\/api\/auth/, '');
    if (!isOpenDoor(given.method, path)) return refusal(given, 404, 'use-case:error.notFound');
    const request = new Request(given);
    request.headers.delete(ADDRESS_HEADER);
    if (address) request.headers.set(ADDRESS_HEADER, address);
    if (path === '/sign-in/email') return signIn(request, address);
    if (path === '/reset-password' || path === '/change-password') return newPassword(request);
    return ourAnswer(request, await (await authFor(path)).handler(request));
  }

  return {
    handler,
    readToken: (
      (read) => (header) =>
        read(header ?? null)
    )(sessionCookieReader(parts.secret, origin)),
    createUser: async (account) => ({ userId: await inTransaction(db, (tx) => addAccount(tx, account)) }),
    setPassword: (userId, password) => inTransaction(db, (tx) => setPassword(tx, userId, password)),
    revokeSessions: (userId) => revokeSessions(db, userId),
    switchAssignment: (token, assignmentId) => switchAssignment(db, token, assignmentId),
    providers: wanted.map(({ id, title }) => ({ id, title })),
  };
}
