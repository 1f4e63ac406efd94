// Clients live in a thread of their own, so that their work is not done by the server's event loop.
import { serveThread } from '../../src/platform/threads/serve-thread.ts';
import { ask, openAgent } from './ask.ts';

export interface Load {
  address: string;
  cookie: string | null;
  clients: number;
  requests: number;
  /** No new request is sent after this many seconds. */
  seconds: number;
}

export interface LoadTimes {
  milliseconds: number[];
  failed: number;
}

serveThread<Load, LoadTimes>(async ({ address, cookie, clients, requests, seconds }) => {
  const agent = openAgent(clients);
  const end = performance.now() + seconds * 1000;
  const milliseconds: number[] = [];
  let failed = 0;
  let sent = 0;
  const client = async () => {
    while (sent < requests && performance.now() < end) {
      sent++;
      const started = performance.now();
      const { status } = await ask(agent, address, cookie).catch(() => ({ status: 0 }));
      if (status === 200) milliseconds.push(performance.now() - started);
      else failed++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return { value: { milliseconds, failed } };
});
