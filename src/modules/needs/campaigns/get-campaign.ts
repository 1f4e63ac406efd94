import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { publicationLimits } from '../rules/publication-limits.ts';
import { type CampaignRow, campaignColumns } from './campaign-row.ts';
import { responseBy } from './response-by.ts';

export const getCampaign = useCase(contract.getCampaign, {
  right: 'needs.campaign.read',
  async run({ input, tx, actor, today }) {
    const { rows } = await sql<CampaignRow>`select ${campaignColumns} from needs.campaign c
      where c.id = ${input.id}`.execute(tx);
    const campaign = found(rows[0]);
    // who sees every need line by itself learns nothing new from a small group
    const every = actor.rights['needs.line.read'] === 'all';
    const limits = every ? null : await publicationLimits(tx, today);
    const by = { campaignId: input.id, limits };
    return {
      ...campaign,
      bySize: await responseBy(tx, { ...by, key: sql`o.size_class`, name: sql`o.size_class` }),
      bySection: await responseBy(tx, { ...by, key: sql`class.parent`, name: sql`section.name` }),
    };
  },
  can: ({ data, may }) => ({
    edit: may('needs.campaign.edit') && data.state === 'draft',
    open: may('needs.campaign.edit') && data.state === 'draft',
    close: may('needs.campaign.edit') && data.state === 'open',
    copy: may('needs.campaign.edit'),
  }),
});
