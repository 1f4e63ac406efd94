import { sql } from 'kysely';
import type { z } from 'zod';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { kept } from '../body/visible.ts';
import { contract, type decisionCard } from '../contract.ts';

/** One decision of signed minutes, for its owner and for who keeps the body: what is to be done, by when, whence it comes. */
export const getDecision = useCase(contract.getDecision, {
  right: 'bodies.decision.done',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<
      z.input<typeof decisionCard>
    >`select d.id, d.text, d.due, d.done_on as "doneOn",
        d.done_note as note, p.short_name as owner, v.meeting_id as "meetingId", v.held_on as "heldOn", b.name as "bodyName"
      from bodies.decision d join bodies.decision_v v on v.id = d.id join bodies.body b on b.id = v.body_id
      left join registry.person_v p on p.id = d.owner_id
      where d.id = ${input.id} and v.meeting_state = 'signed'
        and (d.owner_id = ${actor.personId} or ${kept(scope, actor)})`.execute(tx);
    return found(rows[0]);
  },
});
