/** Fields that never reach a log, wherever they stand within three levels of a logged object. */
const SECRET_FIELDS = [
  'address',
  'authorization',
  'birthDate',
  'body',
  'content',
  'cookie',
  'email',
  'fullName',
  'input',
  'lastName',
  'firstName',
  'middleName',
  'name',
  'params',
  'parameters',
  'password',
  'phone',
  'secret',
  'snils',
  'subject',
  'to',
  'token',
] as const;

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

interface LoggedRequest {
  id?: string;
  method?: string;
  url?: string;
}

/** A part of a path that nobody would name so: the secret of a result card's address, for one. */
const OPAQUE = /\/(?=[^/]*[A-Z0-9])[\w-]{16,}(?=\/|$)/g;

/** The path without its query (searches hold names), without ids and without secrets. */
export const loggedPath = (url: string) =>
  (url.split(/[?#]/)[0] ?? '').replace(UUIDS, '{id}').replace(OPAQUE, '/{secret}');

/**
 * An error as it may be logged: kind, code, where. The database's messages and details may hold values of rows, so
 * an error with a code keeps the code alone.
 */
export function loggedError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, key, constraint } = error as Error & { code?: unknown; key?: unknown; constraint?: unknown };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code: String(code) }),
    ...(key === undefined ? {} : { key: String(key) }),
    ...(constraint === undefined ? {} : { constraint: String(constraint) }),
    ...(code === undefined && key === undefined ? { message: error.message } : {}),
    at: frames?.slice(0, 8).map((line) => line.trim()),
  };
}

/** Options of pino for the whole house: structured, in ISO time, without personal data. */
export const logOptions = ({ level }: { level: string }) => ({
  level,
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  redact: {
    paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: '[redacted]',
  },
  serializers: {
    req: ({ id, method, url = '' }: LoggedRequest) => ({ id, method, path: loggedPath(url) }),
    res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
    err: loggedError,
    error: loggedError,
  },
});
