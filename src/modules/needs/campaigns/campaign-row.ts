import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { campaignRow } from '../contract.ts';

export type CampaignRow = z.input<typeof campaignRow>;

/** Columns of `campaignRow` over `needs.campaign c`; the enterprises are those working on the last day of the survey. */
export const campaignColumns: RawBuilder<unknown> = sql`c.id, c.title, c.year, c.first_year as "firstYear",
  c.last_year as "lastYear", c.opens_on as "opensOn", c.closes_on as "closesOn", c.state, c.questionnaire as questions,
  (select count(*)::int from needs.answer a where a.campaign_id = c.id and a.state in ('submitted', 'checked')) as answered,
  (select count(*)::int from registry.organisation_v o where o.kind = 'enterprise' and o.closed_on is null) as enterprises`;
