import { sql } from 'kysely';
import { beginState } from '../../../platform/states/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { kept } from '../body/visible.ts';
import { contract } from '../contract.ts';
import { meetingStates } from '../states.ts';
import { askMembers } from './tasks.ts';

export const planMeeting = useCase(contract.planMeeting, {
  right: 'bodies.meeting.edit',
  async run(args) {
    const { input, tx, actor, scope, newId, change } = args;
    const { bodyId, number, heldOn, place, items } = input;
    const body = await sql<{ organisation_id: string }>`select b.organisation_id from bodies.body b
      where b.id = ${bodyId} and b.closed_on is null and ${kept(scope, actor)} for update`.execute(tx);
    const { organisation_id: organisationId } = found(body.rows[0]);
    const id = newId();
    const { rows } = await sql`insert into bodies.meeting (id, body_id, number, held_on, place, state)
      values (${id}, ${bodyId}, ${number}, ${heldOn}, ${place}, ${meetingStates.initial})
      on conflict (body_id, number) do nothing returning id`.execute(tx);
    if (rows.length === 0)
      throw refuse(
        'bodies:error.numberTaken',
        { number },
        {
          status: 409,
          fields: [{ path: 'number', key: 'bodies:error.numberTaken', params: { number } }],
        },
      );
    for (const [at, title] of items.entries())
      await sql`insert into bodies.agenda_item (id, meeting_id, place, title) values (${newId()}, ${id}, ${at}, ${title})`.execute(
        tx,
      );
    await beginState(args, meetingStates, id);
    await askMembers(args, { meetingId: id, bodyId, heldOn });
    change({ subject: { kind: 'bodies.meeting', id, organisationId }, after: input });
    return { id };
  },
});
