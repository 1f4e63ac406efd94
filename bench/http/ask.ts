import { Agent, request } from 'node:http';

export interface Asked {
  status: number;
  bytes: number;
}

/** One GET over a kept connection; the body is read to its end and not parsed. */
export const ask = (agent: Agent, address: string, cookie: string | null): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const sent = request(address, { agent, headers: cookie ? { cookie } : {} }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });

export const openAgent = (sockets: number) => new Agent({ keepAlive: true, maxSockets: sockets });
