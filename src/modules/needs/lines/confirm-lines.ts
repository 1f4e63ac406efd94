import { sql } from 'kysely';
import { closeTask } from '../../../platform/tasks/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { confirmNeedsTask } from '../campaigns/confirm-needs.task.ts';
import { contract } from '../contract.ts';
import { organisationInScope, statedYears } from '../own-organisation.ts';

export const confirmLines = useCase(contract.confirmLines, {
  right: 'needs.line.confirm',
  async run({ input, tx, actor, scope, today, now, newId, change, emit }) {
    const own = await organisationInScope(tx, { actor, scope, named: input.organisationId });
    const { from, to, campaignId } = await statedYears(tx, today);
    const { rows } = await sql<{ id: string }>`update needs.line set state = 'confirmed', rev = rev + 1,
        campaign_id = coalesce(campaign_id, ${campaignId})
      where organisation_id = ${own.id} and state = 'stated' and year between ${from} and ${to} returning id`.execute(
      tx,
    );
    if (campaignId) {
      await sql`insert into needs.answer (id, campaign_id, organisation_id, state, submitted_at, submitted_by)
        values (${newId()}, ${campaignId}, ${own.id}, 'submitted', ${now}, ${actor.personId})
        on conflict (campaign_id, organisation_id) do update set state = 'submitted', submitted_at = excluded.submitted_at,
          submitted_by = excluded.submitted_by, rev = needs.answer.rev + 1`.execute(tx);
      const subject = { kind: 'needs.answer', id: `${campaignId}/${own.id}` };
      await closeTask(tx, confirmNeedsTask, subject, { now, doneBy: actor.personId });
    }
    change({
      subject: { kind: 'needs.answer', id: own.id, organisationId: own.id },
      after: { confirmed: rows.length, campaignId },
    });
    emit('needs.lines.confirmed', { organisationId: own.id, count: rows.length });
    return { confirmed: rows.length };
  },
});
