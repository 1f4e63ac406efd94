import { sql } from 'kysely';
import { inTransaction, type Tx } from '../database/index.ts';
import { defineJob, type JobDefinition } from '../jobs/index.ts';
import { refuse } from '../use-case/index.ts';
import { SEND_MAIL } from './queue-mail.ts';
import type { Outgoing, Transport } from './transport.ts';

export interface MailJobSettings {
  /** null: no mail server is set. */
  transport: Transport | null;
  /** Without a server, messages of a demo region are shown on the page «Почта (демо)». */
  demo: boolean;
}

type End = { state: 'sent' | 'shown' | 'failed'; key?: string; code?: string };

async function endMail(tx: Tx, id: string, now: string, { state, key, code }: End): Promise<void> {
  await sql`update platform.mail set state = ${state}, error_key = ${key ?? null}, error_code = ${code ?? null},
    sent_at = case when ${state} = 'failed' then null else ${now}::timestamptz end where id = ${id}`.execute(
    tx,
  );
  if (state === 'sent')
    await sql`delete from platform.mail_content where mail_id = ${id} and secret`.execute(tx);
}

/** The job that sends one message of the log. Tried for about an hour while the server is away. */
export const mailJob = ({ transport, demo }: MailJobSettings): JobDefinition<{ mailId: string }> =>
  defineJob<{ mailId: string }>({
    ...SEND_MAIL,
    link: undefined,
    retries: 9,
    async run({ input, world }) {
      const id = input.mailId;
      const { rows } = await sql<Outgoing>`update platform.mail m set attempts = attempts + 1
        from platform.mail_content c where m.id = ${id} and c.mail_id = m.id and m.state in ('waiting', 'failed')
        returning m.id, c.address as "to", c.subject, c.body`.execute(world.db);
      const [message] = rows;
      // sent before the process was killed, or its words were erased meanwhile
      if (!message) return null;
      const end = (how: End) =>
        inTransaction(world.db, (tx) => endMail(tx, id, world.now().toISOString(), how));
      if (!transport) {
        if (demo) await end({ state: 'shown' });
        else {
          await end({ state: 'failed', key: 'mail:error.noServer' });
          throw refuse('mail:error.noServer');
        }
        return null;
      }
      const sent = await transport.send(message);
      if (sent.state === 'sent') {
        await end({ state: 'sent' });
        return null;
      }
      const { code } = sent;
      const key = sent.state === 'refused' ? 'mail:error.refused' : 'mail:error.serverAway';
      await end({ state: 'failed', key, code });
      if (sent.state === 'refused') throw refuse(key, { code });
      throw new Error(`The mail server did not take the message: ${code}`);
    },
  });
