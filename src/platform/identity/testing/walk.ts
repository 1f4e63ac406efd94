/** Follows redirects by plain fetch as a browser does, with one jar of cookies per host. */
export function walker() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL) => {
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    return jar;
  };
  const cookieOf = (address: string) =>
    [...jarOf(new URL(address))].map(([name, value]) => `${name}=${value}`).join('; ');

  async function step(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const headers = { ...(init.headers as Record<string, string>), cookie: cookieOf(address) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '') jarOf(url).delete(pair.slice(0, at));
      else jarOf(url).set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Steps on until a page is reached; gives the way gone and that page's text. */
  async function follow(address: string, init: RequestInit = {}): Promise<{ way: string[]; text: string }> {
    const way = [address];
    let response = await step(address, init);
    while (response.status >= 300 && response.status < 400 && way.length < 20) {
      const next = new URL(response.headers.get('location') ?? '', way.at(-1)).href;
      way.push(next);
      response = await step(next);
    }
    return { way, text: await response.text() };
  }
  return { step, follow, cookieOf };
}
