import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { closeWhenAllRead } from './objections-read.ts';

interface Row {
  verdict: string | null;
  variant_id: string;
  variant_state: string;
}

/** The ministry's word on an objection; the college reads it beside its seats. It may be changed until approval. */
export const replyObjection = useCase(contract.replyObjection, {
  right: 'order.answer.reply',
  async run({ input, tx, actor, now, change }) {
    const { rows } = await sql<Row>`select b.verdict, v.id as variant_id, v.state as variant_state
      from training_order.objection b join training_order.answer a on a.id = b.answer_id
        and a.round = (select max(round) from training_order.answer where variant_id = a.variant_id)
      join training_order.variant v on v.id = a.variant_id where b.id = ${input.id} for update of v, b`.execute(
      tx,
    );
    const objection = found(rows[0]);
    if (objection.variant_state !== 'proposed') throw refuse('order:error.notProposed', {}, { status: 409 });
    await sql`update training_order.objection set verdict = ${input.verdict}, reply = ${input.text}, replied_at = ${now},
      replied_by = ${actor.personId} where id = ${input.id}`.execute(tx);
    await closeWhenAllRead(tx, objection.variant_id, { now, doneBy: actor.personId });
    change({
      subject: { kind: 'order.objection', id: input.id },
      before: { verdict: objection.verdict },
      after: { verdict: input.verdict, text: input.text },
    });
    return { id: input.id };
  },
});
