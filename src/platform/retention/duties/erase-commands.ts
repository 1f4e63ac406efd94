import { sql } from 'kysely';
import { defineDuty } from '../define-duty.ts';

export const eraseCommands = defineDuty({
  id: 'retention.commands',
  what: 'stored answers to commands: nobody repeats a command after weeks',
  after: 'retention.commands',
  basis: 'design',
  async run(tx, { before }) {
    const { numAffectedRows } = await sql`delete from platform.command where at < ${before}::date`.execute(
      tx,
    );
    return Number(numAffectedRows ?? 0);
  },
});
