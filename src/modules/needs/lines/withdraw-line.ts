import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const withdrawLine = useCase(contract.withdrawLine, {
  right: 'needs.line.edit',
  async run({ input, tx, actor, scope, change, emit }) {
    const { id, rev, reason } = input;
    const { rows } = await sql<{ rev: number; organisation_id: string; count: number }>`
      select rev, organisation_id, count from needs.line where id = ${id} and state <> 'withdrawn'
        and ${within(scope, actor, { organisation: 'organisation_id', municipality: 'municipality_id' })}
      for update`.execute(tx);
    const before = found(rows[0]);
    if (before.rev !== rev) throw stale();
    await sql`update needs.line set state = 'withdrawn', rev = rev + 1 where id = ${id}`.execute(tx);
    const organisationId = before.organisation_id;
    change({
      subject: { kind: 'needs.line', id, organisationId },
      before,
      after: { state: 'withdrawn', reason },
    });
    emit('needs.line.withdrawn', { id });
    return {};
  },
});
