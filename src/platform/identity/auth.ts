import { betterAuth } from 'better-auth';
import { type GenericOAuthConfig, genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Tx } from '../database/index.ts';
import { authDatabase } from './auth-database.ts';
import { PASSWORD } from './rules/password.ts';
import { COOKIE_PREFIX } from './session-cookie.ts';
import { forgetAllTries } from './wrong-passwords.ts';

/** The header in which the server passes the caller's address; what a client sends under this name is dropped. */
export const ADDRESS_HEADER = 'x-rostok-address';

const HOUR = 3600;
const CODE_GIVEN = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
/** Schools sit behind one address: a whole class signs in within a minute. Guessing is stopped per account. */
const PER_MINUTE = { sign: 120, code: 60, reset: 20 } as const;

export interface AuthParts {
  db: Tx;
  secret: string;
  origin: string;
  trustedOrigins: string[];
  sessionHours: number;
  appName: string;
  providers: GenericOAuthConfig[];
  sendReset(to: { email: string; name: string; token: string }): Promise<void>;
  /** Compares our tables with what the library writes; for tests. */
  checkTables?: boolean;
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string): void;
}

/** Builds the sign-in library over our tables: passwords, second factor, outer providers, and nothing else of it. */
export function buildAuth({ db, secret, origin, sessionHours, ...parts }: AuthParts) {
  const limit = (max: number) => ({ window: 60, max });
  return betterAuth({
    appName: parts.appName,
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: parts.trustedOrigins,
    telemetry: { enabled: false },
    database: { db: authDatabase(db), type: 'postgres', schemaName: 'identity', transaction: true },
    emailAndPassword: {
      enabled: true,
      // accounts are made by invitation or by registering an organisation, never here
      disableSignUp: true,
      minPasswordLength: PASSWORD.min,
      maxPasswordLength: PASSWORD.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: HOUR,
      onPasswordReset: ({ user }) => forgetAllTries(db, user.email),
      sendResetPassword: ({ user, token }) => parts.sendReset({ email: user.email, name: user.name, token }),
    },
    account: {
      // only an address proved on both sides joins an outer identity to an account
      accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true },
      encryptOAuthTokens: true,
    },
    session: {
      expiresIn: sessionHours * HOUR,
      disableSessionRefresh: true,
      // no copy of a session outside the table: revocation acts at once
      cookieCache: { enabled: false },
      additionalFields: {
        assignmentId: { type: 'string', required: false, input: false },
        secondFactor: { type: 'boolean', required: false, input: false },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, secondFactor: CODE_GIVEN.has(context?.path ?? '') },
          }),
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/*': limit(PER_MINUTE.sign),
        '/two-factor/*': limit(PER_MINUTE.code),
        '/request-password-reset': limit(PER_MINUTE.reset),
        '/reset-password': limit(PER_MINUTE.reset),
        '/change-password': limit(PER_MINUTE.reset),
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { validateSchema: parts.checkTables ?? false },
    },
    onAPIError: { errorURL: `${origin}/sign-in` },
    logger: { level: 'warn', log: parts.log },
    plugins: [
      twoFactor({ issuer: parts.appName, accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 } }),
      genericOAuth({ config: parts.providers }),
    ],
  });
}

export type Auth = ReturnType<typeof buildAuth>;
