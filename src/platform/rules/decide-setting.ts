import { sql } from 'kysely';
import { requireOther } from '../signing/two-persons.ts';
import { found, refuse, stale, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { putSetting } from './put-setting.ts';
import type { Trust } from './trust.ts';

interface Proposal {
  key: string;
  value: unknown;
  valid_from: string;
  source: string;
  trust: Trust;
  ground: string | null;
  prepared_by: string;
  decision: string | null;
}

export const decideSetting = useCase(contract.decideSetting, {
  right: 'rules.setting.approve',
  async run({ input, tx, actor, now, today, newId, change, emit }) {
    const { rows } =
      await sql<Proposal>`select key, value, valid_from, source, trust, ground, prepared_by, decision
      from platform.setting_proposal where id = ${input.id} for update`.execute(tx);
    const proposal = found(rows[0]);
    if (proposal.decision !== null) throw stale();
    if (input.decision === 'approved') requireOther(proposal.prepared_by, actor);
    else if (!input.reason) {
      const fault = { path: 'reason', key: 'rules:error.reasonNeeded' };
      throw refuse(fault.key, {}, { fields: [fault] });
    }
    await sql`update platform.setting_proposal set decision = ${input.decision}, decided_by = ${actor.personId},
      decided_at = ${now}, reason = ${input.reason} where id = ${input.id}`.execute(tx);
    const subject = { kind: 'rules.setting', id: proposal.key };
    if (input.decision === 'rejected') {
      change({ subject, after: { rejected: input.id, reason: input.reason } });
      return {};
    }
    const { key, value, source, trust, ground, prepared_by: preparedBy } = proposal;
    // a proposal may have waited past its own day: it begins no earlier than its approval
    const validFrom = proposal.valid_from < today ? today : proposal.valid_from;
    const { before } = await putSetting(
      tx,
      {
        key,
        value,
        validFrom,
        source,
        trust,
        ground,
        preparedBy,
        approvedBy: actor.personId,
        role: actor.role,
      },
      { newId, now },
    );
    change({ subject, before: { value: before }, after: { value, validFrom, source, preparedBy } });
    emit('rules.setting.changed', { key, validFrom });
    return {};
  },
});
