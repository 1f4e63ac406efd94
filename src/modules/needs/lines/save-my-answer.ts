import { sql } from 'kysely';
import type { z } from 'zod';
import { refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract, type question } from '../contract.ts';
import { organisationInScope, statedYears } from '../own-organisation.ts';
import { answerFaults } from '../rules/answer-faults.ts';

export const saveMyAnswer = useCase(contract.saveMyAnswer, {
  right: 'needs.line.edit',
  async run({ input, tx, actor, scope, today, newId, change }) {
    const { fields, rev } = input;
    const own = await organisationInScope(tx, { actor, scope, named: input.organisationId });
    const { campaignId } = await statedYears(tx, today);
    if (!campaignId) throw refuse('needs:error.noCampaign');
    const { rows: campaigns } = await sql<{ questions: z.output<typeof question>[] }>`
      select questionnaire as questions from needs.campaign where id = ${campaignId}`.execute(tx);
    const faults = answerFaults(campaigns[0]?.questions ?? [], fields);
    const [first] = faults;
    if (first) throw refuse(first.key, first.params, { fields: faults });
    const { rows } = await sql<{ rev: number }>`select rev from needs.answer
      where campaign_id = ${campaignId} and organisation_id = ${own.id} for update`.execute(tx);
    if ((rows[0]?.rev ?? 0) !== rev) throw stale();
    const stored = await sql<{ id: string; rev: number }>`
      insert into needs.answer (id, campaign_id, organisation_id, state, fields)
      values (${newId()}, ${campaignId}, ${own.id}, 'draft', ${JSON.stringify(fields)}::jsonb)
      on conflict (campaign_id, organisation_id) do update set fields = excluded.fields, rev = needs.answer.rev + 1
      returning id, rev`.execute(tx);
    const answer = stored.rows[0];
    change({
      subject: { kind: 'needs.answer', id: answer?.id ?? '', organisationId: own.id },
      after: fields,
    });
    return { rev: answer?.rev ?? 1 };
  },
});
