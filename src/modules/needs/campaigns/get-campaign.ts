import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract, type responseRow } from '../contract.ts';
import { type CampaignRow, campaignColumns } from './campaign-row.ts';

type Response = z.input<typeof responseRow>;

/** How many enterprises answered, by a key of the enterprise: those that did not are counted too. */
async function responseBy(tx: Tx, campaignId: string, key: RawBuilder<unknown>, name: RawBuilder<unknown>) {
  const { rows } = await sql<Response>`
    select coalesce(${key}, '?') as key, coalesce(min(${name}), '?') as name, count(*)::int as enterprises,
      count(a.id)::int as answered, coalesce(sum(o.headcount), 0)::int as headcount,
      coalesce(sum(o.headcount) filter (where a.id is not null), 0)::int as "answeredHeadcount"
    from registry.organisation_v o
    left join classifiers.item_v class on class.list = 'okved2' and class.code = left(o.okved, 2)
    left join classifiers.item_v section on section.list = 'okved2' and section.code = class.parent
    left join needs.answer a on a.organisation_id = o.id and a.campaign_id = ${campaignId}
      and a.state in ('submitted', 'checked')
    where o.kind = 'enterprise' and o.closed_on is null
    group by 1 order by 1`.execute(tx);
  return rows;
}

export const getCampaign = useCase(contract.getCampaign, {
  right: 'needs.campaign.read',
  async run({ input, tx }) {
    const { rows } = await sql<CampaignRow>`select ${campaignColumns} from needs.campaign c
      where c.id = ${input.id}`.execute(tx);
    const campaign = found(rows[0]);
    return {
      ...campaign,
      bySize: await responseBy(tx, input.id, sql`o.size_class`, sql`o.size_class`),
      bySection: await responseBy(tx, input.id, sql`class.parent`, sql`section.name`),
    };
  },
  can: ({ data, may }) => ({
    edit: may('needs.campaign.edit') && data.state === 'draft',
    open: may('needs.campaign.edit') && data.state === 'draft',
    close: may('needs.campaign.edit') && data.state === 'open',
    copy: may('needs.campaign.edit'),
  }),
});
