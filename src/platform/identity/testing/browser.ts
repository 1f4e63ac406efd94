import type { Identity } from '../create-identity.ts';

export interface Reply {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}

/** A browser's part for tests of sign-in: keeps cookies and sends its page's origin. */
export function browser(identity: Identity, origin: string, address = '203.0.113.7') {
  const jar = new Map<string, string>();
  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const gone = attributes.some((one) => /^\s*max-age=0$/i.test(one));
      if (gone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function send(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Reply> {
    const url = path.startsWith('http') ? path : `${origin}/api/auth${path}`;
    const request = new Request(url, {
      method,
      headers: { origin, cookie: cookie(), 'content-type': 'application/json', ...extra },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const response = await identity.handler(request, address);
    keep(response.headers);
    const text = await response.text();
    const fields = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, body: fields, headers: response.headers };
  }
  return {
    jar,
    cookie,
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown = {}, extra?: Record<string, string>) =>
      send('POST', path, body, extra),
    signIn: (email: string, password: string) => send('POST', '/sign-in/email', { email, password }),
    token: () => identity.readToken(cookie()),
  };
}
