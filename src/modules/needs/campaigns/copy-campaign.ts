import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

export const copyCampaign = useCase(contract.copyCampaign, {
  right: 'needs.campaign.edit',
  async run({ input, tx, newId, change }) {
    const id = newId();
    const { rows } = await sql<{ id: string }>`
      insert into needs.campaign (id, title, year, first_year, last_year, opens_on, closes_on, questionnaire, state)
      select ${id}, replace(title, year::text, (year + 1)::text), year + 1, first_year + 1, last_year + 1,
        (opens_on + interval '1 year')::date, (closes_on + interval '1 year')::date, questionnaire, 'draft'
      from needs.campaign where id = ${input.id} returning id`.execute(tx);
    found(rows[0]);
    change({ subject: { kind: 'needs.campaign', id }, after: { copiedFrom: input.id } });
    return { id };
  },
});
