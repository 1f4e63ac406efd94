import { announceExpired, announceReach } from './signals.ts';

export interface FieldProblem {
  path: string;
  message: string;
}

/** What the server said, in words ready for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldProblem[];
  readonly rule: string | undefined;
  constructor(
    status: number,
    body: { code?: string; message?: string; fields?: FieldProblem[]; rule?: string },
  ) {
    super(body.message ?? '');
    this.name = 'ApiError';
    this.status = status;
    this.code = body.code ?? `http_${status}`;
    this.fields = body.fields ?? [];
    this.rule = body.rule;
  }
}

export interface Answer<T> {
  data: T;
  can: Record<string, boolean>;
}

interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  commandId?: string;
  signal?: AbortSignal;
}

/** `fetch` that also tells the shell of the portal about a lost connection and an expired session. */
export async function watchedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(input, init);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) announceReach(false);
    throw error;
  }
  announceReach(true);
  if (response.status === 401) announceExpired();
  return response;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return {};
  try {
    return JSON.parse(text);
  } catch {
    return { message: '' };
  }
}

/** One call of the API outside module contracts: session, sign-in, jobs, drafts. Throws `ApiError`. */
export async function call<T>(path: string, asked: Asked = {}): Promise<T> {
  const { method = 'GET', body, commandId, signal } = asked;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (commandId) headers['command-id'] = commandId;
  const response = await watchedFetch(path, {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? null,
  });
  const answer = await bodyOf(response);
  if (!response.ok) throw new ApiError(response.status, answer as ConstructorParameters<typeof ApiError>[1]);
  return answer as T;
}

export function newCommandId(): string {
  return crypto.randomUUID();
}
