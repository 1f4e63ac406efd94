import { hasMessage, type Locale, type Params, translateId } from '../i18n/index.ts';
import { keyFor, outerKey } from './people-words.ts';
import { PASSWORD } from './rules/password.ts';

/** The language the person chose in the portal, else Russian: as for every other call. */
const localeOf = (request: Request): Locale =>
  /(?:^|;\s*)locale=en\b/.test(request.headers.get('cookie') ?? '') ? 'en' : 'ru';

/** A refusal on the wire, shaped as every other error of the API: the message's key as `code`, and its sentence. */
export function refusal(request: Request, status: number, key: string, params: Params = {}): Response {
  const locale = localeOf(request);
  const message = hasMessage(locale, key) ? translateId(locale, key, params) : key;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (typeof params.seconds === 'number') headers['retry-after'] = String(params.seconds);
  return new Response(JSON.stringify({ code: key, message, fields: [], data: params }), { status, headers });
}

/** 401 tells the portal "your session is over"; a wrong password or code is a mistake in the form. */
const statusFor = (status: number, key: string) =>
  status === 401 && key !== 'use-case:error.signIn' ? 400 : status;

async function fieldsOf(response: Response): Promise<Record<string, unknown>> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return {};
  const body: unknown = await response.json().catch(() => null);
  return body && typeof body === 'object' ? { ...body } : {};
}

async function refused(request: Request, response: Response): Promise<Response> {
  const { code } = await fieldsOf(response);
  const key = keyFor(typeof code === 'string' ? code : undefined, response.status);
  const seconds = Number(response.headers.get('x-retry-after') ?? 0);
  const params = { min: PASSWORD.min, max: PASSWORD.max, ...(seconds > 0 ? { seconds } : {}) };
  const answer = refusal(request, statusFor(response.status, key), key, params);
  for (const cookie of response.headers.getSetCookie()) answer.headers.append('set-cookie', cookie);
  return answer;
}

/** A failed outer sign-in comes back as `/sign-in?problem=<key of identity:error>`. */
function redirected(response: Response): Response {
  const location = response.headers.get('location') ?? '';
  const url = URL.canParse(location) ? new URL(location) : null;
  const code = url?.searchParams.get('error');
  if (!url || !code || url.pathname !== '/sign-in') return response;
  const headers = new Headers(response.headers);
  headers.set('location', `${url.origin}/sign-in?problem=${outerKey(code)}`);
  return new Response(null, { status: response.status, headers });
}

/**
 * The library's answer as ours: refusals in people's words with their key, and no session token in a body that
 * scripts can read. Cookies pass unchanged.
 */
export async function ourAnswer(request: Request, response: Response): Promise<Response> {
  if (response.status >= 400) return refused(request, response);
  if (response.status >= 300) return redirected(response);
  if (!/json/.test(response.headers.get('content-type') ?? '')) return response;
  const { token: _, session: __, ...open } = await fieldsOf(response);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(JSON.stringify(open), { status: response.status, headers });
}
