import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { type JobDefinition, type Jobs, startJobs } from '../jobs/index.ts';
import { eraseMail } from './erase-mail.ts';
import { resetPassword } from './letters/reset-password.ts';
import { mailJob } from './mail-job.ts';
import { queueMail } from './queue-mail.ts';
import { sendByTemplate } from './send-by-template.ts';
import { smtpTransport } from './transport.ts';

type Entry = { state: string; attempts: number; errorKey: string | null; errorCode: string | null };
interface Received {
  to: string[];
  text: string;
}

let world: TestWorld;
let jobs: Jobs | null = null;
let server: SMTPServer | null = null;

/** A real SMTP server on a free port; `refuse` gives the code with which it answers a recipient. */
async function listen(refuse: (address: string) => number | null = () => null) {
  const received: Received[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = refuse(address);
      done(code ? Object.assign(new Error(`no such box ${address}`), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map((one) => one.address),
          text: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received };
}

const start = async (job: ReturnType<typeof mailJob>) => {
  jobs = await startJobs(world, [job as unknown as JobDefinition], {
    work: true,
    beatMs: 50,
    retryDelaySeconds: 0.05,
  });
};
const queue = (to: string, more: { personId?: string } = {}) =>
  world.db.transaction().execute((tx) =>
    queueMail(tx, resetPassword, {
      to,
      params: { name: 'Анна', address: 'https://portal.example/reset-password#secret' },
      now: world.now().toISOString(),
      newId: world.newId,
      ...more,
    }),
  );
const log = async () => (await world.call<{ rows: Entry[] }>('mail.listMail', {}, world.as('admin'))).rows;
async function until(is: (entry: Entry) => boolean): Promise<Entry> {
  for (let look = 0; look < 300; look++) {
    jobs?.nudge();
    const [entry] = await log();
    if (entry && is(entry)) return entry;
    await wait(30);
  }
  throw new Error(`The message never came to the awaited state: ${JSON.stringify(await log())}`);
}
const content = async () => (await sql`select 1 from platform.mail_content`.execute(world.db)).rows.length;

beforeEach(async () => {
  world = await freshWorld();
});
afterEach(async () => {
  await jobs?.stop();
  jobs = null;
  await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
  server = null;
});

describe('a message', () => {
  it('goes by SMTP in the reader’s language, and its secret is erased once it has gone', async () => {
    const { url, received } = await listen();
    await queue('anna@example.ru');
    await start(mailJob({ transport: smtpTransport(url, 'rostok@portal.example'), demo: false }));
    expect(await until((entry) => entry.state === 'sent')).toMatchObject({ attempts: 1 });
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['anna@example.ru']);
    const text = received[0]?.text ?? '';
    expect(text).toMatch(/^Message-ID: <[0-9a-f-]{36}@portal\.example>/m);
    const body = Buffer.from(text.split('\r\n\r\n').slice(1).join(''), 'base64').toString('utf8');
    expect(text.includes('base64') ? body : text).toContain('Анна');
    expect(await content()).toBe(0);
  });

  it('of a transaction that was undone never goes', async () => {
    const undone = world.db.transaction().execute(async (tx) => {
      await queueMail(tx, resetPassword, {
        to: 'anna@example.ru',
        now: world.now().toISOString(),
        newId: world.newId,
      });
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await log()).toEqual([]);
    const { rows } = await sql`select 1 from platform.job`.execute(world.db);
    expect(rows).toEqual([]);
  });

  it('waits while the server is away and goes when it answers', async () => {
    let away = true;
    const { url, received } = await listen(() => (away ? 451 : null));
    await queue('anna@example.ru');
    await start(mailJob({ transport: smtpTransport(url, 'rostok@portal.example'), demo: false }));
    const failed = await until((entry) => entry.state === 'failed');
    expect(failed.errorKey).toBe('mail:error.serverAway');
    away = false;
    expect((await until((entry) => entry.state === 'sent')).attempts).toBeGreaterThan(1);
    expect(received).toHaveLength(1);
  });

  it('refused by the server is not tried again, and the log keeps a code without the address', async () => {
    const { url } = await listen(() => 550);
    await queue('nobody@example.ru');
    await start(mailJob({ transport: smtpTransport(url, 'rostok@portal.example'), demo: false }));
    const failed = await until((entry) => entry.state === 'failed');
    expect(failed).toMatchObject({ attempts: 1, errorKey: 'mail:error.refused' });
    expect(failed.errorCode).toContain('550');
    const { rows } = await sql`select * from platform.job`.execute(world.db);
    expect(JSON.stringify([failed, rows])).not.toContain('nobody@');
  });

  it('to several addresses at once, or to none, is refused', async () => {
    for (const to of ['a@example.ru, b@example.ru', 'anna', 'a@example.ru\r\nBcc: b@example.ru'])
      await expect(queue(to)).rejects.toMatchObject({ key: 'mail:error.badAddress' });
  });
});

describe('without a server', () => {
  it('a demo region shows its messages to anybody', async () => {
    const send = sendByTemplate(world, [resetPassword]);
    await send({
      to: 'demo@example.ru',
      template: 'identity.reset-password',
      params: { name: 'Демо', address: 'https://x' },
    });
    await start(mailJob({ transport: null, demo: true }));
    await until((entry) => entry.state === 'shown');
    const { rows } = await world.call<{ rows: object[] }>('mail.listDemoMail', {}, world.as('visitor'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ to: 'demo@example.ru', subject: expect.stringContaining('Росток') });
    await expect(world.call('mail.listMail', {}, world.as('college_head'))).rejects.toMatchObject({
      status: 403,
    });
  });

  it('a region in earnest says so and shows nothing', async () => {
    await queue('anna@example.ru');
    await start(mailJob({ transport: null, demo: false }));
    expect(await until((entry) => entry.state === 'failed')).toMatchObject({
      errorKey: 'mail:error.noServer',
    });
    const shown = await world.call<{ total: number }>('mail.listDemoMail', {}, world.as('visitor'));
    expect(shown.total).toBe(0);
  });
});

describe('the words of a message', () => {
  it('are erased for a person or by age, and the log stays', async () => {
    const personId = world.newId();
    await queue('anna@example.ru', { personId });
    await queue('boris@example.ru');
    expect(await eraseMail(world.db, { personId })).toBe(1);
    expect(await eraseMail(world.db, { before: '2026-11-23T08:00:00Z' })).toBe(0);
    expect(await eraseMail(world.db, { before: '2026-11-24T00:00:00Z' })).toBe(1);
    expect(await log()).toHaveLength(2);
  });
});
