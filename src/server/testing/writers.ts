import { uuidV7 } from '../../platform/use-case/index.ts';
import { ADMIN } from './prepare-region.ts';

export interface Write {
  commandId: string;
  name: string;
}
export interface Acknowledged extends Write {
  answer: string;
}

/** Signs the administrator in; gives the cookie, which outlives restarts. */
export async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(ADMIN),
  });
  if (!answer.ok) throw new Error(`Sign-in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** One command over HTTP: adds an organisation by this name. */
export async function send(origin: string, cookie: string, { commandId, name }: Write): Promise<Response> {
  return fetch(`${origin}/api/registry/organisations/save`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie, 'command-id': commandId },
    body: JSON.stringify({ kind: 'enterprise', fullName: name, shortName: name }),
  });
}

/**
 * `clients` clients that write without pause until the server is gone. Gives what was acknowledged, and the commands
 * that were under way when it died: each of those may have been stored or not.
 */
export async function writeUntilGone(
  origin: string,
  cookie: string,
  { clients, mark, onAcknowledged }: { clients: number; mark: string; onAcknowledged(): void },
) {
  const acknowledged: Acknowledged[] = [];
  const unknown: Write[] = [];
  const refused: string[] = [];
  const client = async (which: number) => {
    for (let n = 0; ; n++) {
      const write = { commandId: uuidV7(), name: `Завод ${mark}-${which}-${n}` };
      try {
        const answer = await send(origin, cookie, write);
        const text = await answer.text();
        if (answer.status === 200) {
          acknowledged.push({ ...write, answer: text });
          onAcknowledged();
        } else refused.push(`${answer.status} ${text}`);
      } catch {
        unknown.push(write);
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => client(i)));
  return { acknowledged, unknown, refused };
}
