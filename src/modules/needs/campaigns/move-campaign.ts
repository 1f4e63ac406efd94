import { sql } from 'kysely';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { confirmNeedsTask } from './confirm-needs.task.ts';

interface Stored {
  state: 'draft' | 'open' | 'closed';
  title: string;
  closesOn: string;
  lastYear: number;
}

const NEXT = { draft: 'open', open: 'closed', closed: null } as const;

export const moveCampaign = useCase(contract.moveCampaign, {
  right: 'needs.campaign.edit',
  async run({ input, tx, today, now, newId, change, emit }) {
    const { id, to } = input;
    const { rows } = await sql<Stored>`select state, title, closes_on as "closesOn", last_year as "lastYear"
      from needs.campaign where id = ${id} for update`.execute(tx);
    const campaign = found(rows[0]);
    if (NEXT[campaign.state] !== to) throw refuse('needs:error.campaignState', { state: campaign.state });
    if (to === 'open') {
      if (campaign.closesOn < today) throw refuse('needs:error.campaignPast', { day: campaign.closesOn });
      const open = await sql<{
        title: string;
      }>`select title from needs.campaign where state = 'open'`.execute(tx);
      const [other] = open.rows;
      if (other) throw refuse('needs:error.campaignOpen', { title: other.title });
    }
    await sql`update needs.campaign set state = ${to} where id = ${id}`.execute(tx);
    const { rows: enterprises } = await sql<{ id: string }>`select o.id from registry.organisation_v o
      where o.kind = 'enterprise' and o.closed_on is null and (${to} = 'open' or not exists (
        select 1 from needs.answer a where a.organisation_id = o.id and a.campaign_id = ${id} and a.state = 'submitted'))
      order by o.id`.execute(tx);
    for (const enterprise of enterprises) {
      const subject = { kind: 'needs.answer', id: `${id}/${enterprise.id}` };
      if (to === 'open')
        await openTask(tx, confirmNeedsTask, {
          subject,
          for: { role: 'enterprise_hr', organisationId: enterprise.id },
          due: campaign.closesOn,
          params: { day: campaign.closesOn, year: campaign.lastYear },
          now,
          newId,
        });
      else await closeTask(tx, confirmNeedsTask, subject, { now, as: 'cancelled' });
    }
    change({
      subject: { kind: 'needs.campaign', id },
      before: { state: campaign.state },
      after: { state: to },
    });
    emit(`needs.campaign.${to}`, { id });
    return { asked: to === 'open' ? enterprises.length : 0 };
  },
});
