import { isIP } from 'node:net';
import { refuse } from '../use-case/index.ts';
import { isPublicAddress } from './public-address.ts';

/**
 * Where the server may call on its own: webhooks, outer identity, feeds. An entry is `host`, `host:port` or
 * `*.host`; with `inside:` in front it may lie in a private network (a ministry's own sign-in, for example).
 */
export interface OutgoingRules {
  hosts: readonly string[];
  /** Plain http is refused; outside of production an `inside:` host may use it. */
  production: boolean;
}

export interface AllowedTarget {
  url: URL;
  /** Host name or address as Node's sockets want it: IPv6 without brackets. */
  host: string;
  /** Private addresses are allowed for this one. */
  inside: boolean;
}

const DEFAULT_PORT: Record<string, string> = { 'https:': '443', 'http:': '80' };
const INSIDE = 'inside:';

function fits(entry: string, host: string, port: string, defaultPort: string): boolean {
  const [, name = '', wantedPort = ''] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
  if (!name || port !== (wantedPort || defaultPort)) return false;
  return name.startsWith('*.')
    ? host.endsWith(name.slice(1)) && host.length > name.length - 1
    : host === name;
}

/**
 * Checks an address before anything is sent. Refuses what is not an address, carries a password, is not https, is
 * not on the list, or is a private address written out. The name's own addresses are checked when connecting.
 */
export function allowedTarget(address: string, { hosts, production }: OutgoingRules): AllowedTarget {
  if (!URL.canParse(address)) throw refuse('outgoing:error.notAnAddress', { address });
  const url = new URL(address);
  const defaultPort = DEFAULT_PORT[url.protocol];
  if (!defaultPort) throw refuse('outgoing:error.notHttps', { address });
  if (url.username || url.password) throw refuse('outgoing:error.passwordInside', { host: url.host });
  const port = url.port || defaultPort;
  const name = url.hostname.replace(/\.$/, '');
  const entry = hosts.find((one) =>
    fits(one.startsWith(INSIDE) ? one.slice(INSIDE.length) : one, name, port, defaultPort),
  );
  if (!entry) throw refuse('outgoing:error.hostNotListed', { host: url.host });
  const inside = entry.startsWith(INSIDE);
  if (url.protocol === 'http:' && (production || !inside))
    throw refuse('outgoing:error.notHttps', { address });
  const host = name.replace(/^\[|\]$/g, '');
  if (isIP(host) && !inside && !isPublicAddress(host))
    throw refuse('outgoing:error.privateAddress', { host: url.host });
  return { url, host, inside };
}
