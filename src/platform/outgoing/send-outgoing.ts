import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { refuse } from '../use-case/index.ts';
import { type AllowedTarget, allowedTarget, type OutgoingRules } from './allowed-host.ts';
import { isPublicAddress } from './public-address.ts';

export interface Outgoing {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Whole time until the answer is read; 10 000 when left out. */
  timeoutMs?: number;
  /** A longer answer is cut off and refused; 1 MB when left out. */
  maxBytes?: number;
}

export interface OutgoingAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

export type Resolve = (host: string) => Promise<LookupAddress[]>;

const MEGABYTE = 1_048_576;

const systemResolve: Resolve = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, found) =>
      error ? reject(error) : resolve(found),
    );
  });

/**
 * The socket's own name lookup: the addresses checked here are those connected to, so a name that answers
 * differently a moment later (DNS rebinding) gains nothing. One private address among several refuses all.
 */
function checkedLookup({ host, inside }: AllowedTarget, resolve: Resolve): LookupFunction {
  return (_, options, done) => {
    resolve(host).then(
      (found) => {
        const closed = found.some(({ address }) => !isPublicAddress(address));
        const first = found[0];
        if (!first || (closed && !inside)) {
          done(refuse('outgoing:error.privateAddress', { host }), '', 4);
        } else if (options.all) done(null, found);
        else done(null, first.address, first.family);
      },
      () => done(refuse('outgoing:error.noSuchHost', { host }), '', 4),
    );
  };
}

const headersOf = (message: IncomingMessage) =>
  Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

function read(message: IncomingMessage, maxBytes: number, host: string): Promise<OutgoingAnswer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    message.on('data', (part: Buffer) => {
      size += part.length;
      if (size > maxBytes) message.destroy(refuse('outgoing:error.answerTooLong', { host, maxBytes }));
      else parts.push(part);
    });
    message.on('error', reject);
    message.on('end', () =>
      resolve({
        status: message.statusCode ?? 0,
        headers: headersOf(message),
        text: Buffer.concat(parts).toString('utf8'),
      }),
    );
  });
}

function open(target: AllowedTarget, sent: Outgoing, resolve: Resolve): ClientRequest {
  const { url } = target;
  return (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    method: sent.method ?? 'GET',
    headers: { 'user-agent': 'rostok', ...sent.headers },
    lookup: checkedLookup(target, resolve),
    // a pooled socket would skip the lookup and its check
    agent: false,
    signal: AbortSignal.timeout(sent.timeoutMs ?? 10_000),
  });
}

/**
 * Calls an outer address allowed by the rules and gives its answer, whatever the status. Redirects are not
 * followed. Refuses (`Refusal`) an address not allowed, a private one, one that does not answer in time, and an
 * answer longer than `maxBytes`.
 */
export async function sendOutgoing(
  address: string,
  rules: OutgoingRules,
  sent: Outgoing = {},
  resolve: Resolve = systemResolve,
): Promise<OutgoingAnswer> {
  const target = allowedTarget(address, rules);
  const { host } = target.url;
  const request = open(target, sent, resolve);
  try {
    return await new Promise<OutgoingAnswer>((done, fail) => {
      request.on('error', fail);
      request.on('response', (message) => read(message, sent.maxBytes ?? MEGABYTE, host).then(done, fail));
      request.end(sent.body);
    });
  } catch (error) {
    if (error instanceof Error && 'key' in error) throw error;
    throw refuse('outgoing:error.noAnswer', { host }, { status: 503 });
  } finally {
    request.destroy();
  }
}
