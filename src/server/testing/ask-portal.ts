import { uuidV7 } from '../../platform/use-case/index.ts';
import { DEMO_PASSWORD } from '../demo/demo-account.ts';

/** What a drill asks a running portal as one person: data of queries and commands, and the stream of long work. */
interface PortalClient {
  read<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  /** Shares of a job as the stream of the open page tells them, until it ends; `state` is how. */
  follow(jobId: string): Promise<{ shares: number[]; state: string }>;
}

/** Signs in as one of the demo's people (`exams@demo.rostok`). @throws with the answer when the portal refuses. */
export async function askPortal(origin: string, email: string): Promise<PortalClient> {
  const signed = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (!signed.ok) throw new Error(`${email}: ${signed.status} ${await signed.text()}`);
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const data = async <T>(answer: Response): Promise<T> => {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${text.slice(0, 2000)}`);
    return (JSON.parse(text) as { data: T }).data;
  };
  return {
    read: async (path) => data(await fetch(`${origin}/api${path}`, { headers: { cookie } })),
    post: async (path, body) =>
      data(
        await fetch(`${origin}/api${path}`, {
          method: 'POST',
          headers: { origin, cookie, 'command-id': uuidV7(), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    async follow(jobId) {
      const stream = await fetch(`${origin}/api/jobs/events`, { headers: { cookie } });
      const shares: number[] = [];
      const decoder = new TextDecoder();
      let text = '';
      for await (const bytes of stream.body ?? []) {
        text += decoder.decode(bytes as Uint8Array, { stream: true });
        const lines = text.split('\n');
        text = lines.pop() ?? '';
        for (const line of lines) {
          if (!line.startsWith('data: ')) continue;
          const told = JSON.parse(line.slice(6)) as { id: string; state: string; share: number };
          if (told.id !== jobId) continue;
          if (shares.at(-1) !== told.share) shares.push(told.share);
          if (['waiting', 'running'].includes(told.state)) continue;
          return { shares, state: told.state };
        }
      }
      throw new Error('the stream of long work ended before the work did');
    },
  };
}
