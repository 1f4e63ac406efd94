import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { usualQuestionnaire } from './questionnaire.data.ts';

export const saveCampaign = useCase(contract.saveCampaign, {
  right: 'needs.campaign.edit',
  async run({ input, tx, newId, change }) {
    const { id, title, year, firstYear, lastYear, opensOn, closesOn, questions } = input;
    if (!id) {
      const added = newId();
      const asked = JSON.stringify(questions ?? usualQuestionnaire);
      await sql`insert into needs.campaign (id, title, year, first_year, last_year, opens_on, closes_on, questionnaire, state)
        values (${added}, ${title}, ${year}, ${firstYear}, ${lastYear}, ${opensOn}, ${closesOn}, ${asked}::jsonb, 'draft')`.execute(
        tx,
      );
      change({ subject: { kind: 'needs.campaign', id: added }, after: input });
      return { id: added };
    }
    const { rows } = await sql<{
      state: string;
    }>`select state from needs.campaign where id = ${id} for update`.execute(tx);
    if (found(rows[0]).state !== 'draft') throw refuse('needs:error.campaignFixed');
    await sql`update needs.campaign set title = ${title}, year = ${year}, first_year = ${firstYear}, last_year = ${lastYear},
      opens_on = ${opensOn}, closes_on = ${closesOn},
      questionnaire = coalesce(${questions ? JSON.stringify(questions) : null}::jsonb, questionnaire) where id = ${id}`.execute(
      tx,
    );
    change({ subject: { kind: 'needs.campaign', id }, before: rows[0], after: input });
    return { id };
  },
});
