import { sql } from 'kysely';
import { found, refuse, stale, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { me } from './me.ts';

export const answerRequest = useCase(contract.answerRequest, {
  right: 'retention.request.answer',
  async run({ input, tx, actor, now, change, emit }) {
    const { rows } = await sql<{ person_id: string; decision: string | null }>`select person_id, decision
      from platform.data_request where id = ${input.id} for update`.execute(tx);
    const request = found(rows[0]);
    if (request.decision !== null) throw stale();
    if (request.person_id === actor.personId)
      throw refuse('retention:error.ownRequest', {}, { status: 403, rule: 'two-persons' });
    await sql`update platform.data_request set answer = ${input.answer}, decision = ${input.decision},
      answered_by = ${me(actor)}, answered_at = ${now} where id = ${input.id}`.execute(tx);
    change({
      subject: { kind: 'retention.request', id: input.id, personId: request.person_id },
      after: { decision: input.decision, answer: input.answer },
    });
    emit('retention.answered', { requestId: input.id, personId: request.person_id });
    return {};
  },
});
