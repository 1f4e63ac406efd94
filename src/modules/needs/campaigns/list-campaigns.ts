import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type CampaignRow, campaignColumns } from './campaign-row.ts';

export const listCampaigns = useCase(contract.listCampaigns, {
  right: 'needs.campaign.read',
  async run({ tx }) {
    const { rows } = await sql<CampaignRow>`select ${campaignColumns} from needs.campaign c
      order by c.year desc, c.opens_on desc`.execute(tx);
    return { rows };
  },
  can: ({ may }) => ({ edit: may('needs.campaign.edit') }),
});
