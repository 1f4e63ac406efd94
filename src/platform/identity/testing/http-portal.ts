import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Identity } from '../create-identity.ts';

const requestOf = (origin: string, message: IncomingMessage) =>
  new Request(new URL(message.url ?? '/', origin), {
    method: message.method ?? 'GET',
    headers: Object.entries(message.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
    ...(message.method === 'POST'
      ? { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' as const }
      : {}),
  });

async function answer(response: Response, out: ServerResponse): Promise<void> {
  out.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== 'set-cookie') out.setHeader(name, value);
  out.setHeader('set-cookie', response.headers.getSetCookie());
  out.end(await response.text());
}

/** A portal on loopback that serves sign-in alone, as the real server mounts it. */
export async function httpPortal(make: (origin: string) => Identity) {
  let identity: Identity | null = null;
  const server: Server = createServer(async (message, out) => {
    const { pathname } = new URL(message.url ?? '/', 'http://x');
    if (identity && pathname.startsWith('/api/auth/'))
      await answer(await identity.handler(requestOf(origin, message), message.socket.remoteAddress), out);
    else out.end('page');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  identity = make(origin);
  return { origin, identity, close: () => server.close() };
}
