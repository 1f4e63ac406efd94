import { sql } from 'kysely';
import { closeTask, defineTask, openTask } from '../../../platform/tasks/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'now' | 'newId'>;

export const comeTask = defineTask({
  kind: 'bodies.come',
  titleKey: 'bodies:task.come',
  actKey: 'bodies:task.comeAct',
  path: ({ id }) => `/meetings/${id}`,
  dismissible: true,
});
export const carryOutTask = defineTask({
  kind: 'bodies.carryOut',
  titleKey: 'bodies:task.carryOut',
  actKey: 'bodies:task.carryOutAct',
  path: ({ id }) => `/decisions/${id}`,
});

/** Tells every member of the day of the meeting and of its agenda. */
export async function askMembers(
  { tx, now, newId }: Args,
  { meetingId, bodyId, heldOn }: { meetingId: string; bodyId: string; heldOn: string },
): Promise<void> {
  const { rows } = await sql<{
    person_id: string;
    name: string;
  }>`select m.person_id, b.name from bodies.member m
    join bodies.body b on b.id = m.body_id where m.body_id = ${bodyId} and m.valid @> ${heldOn}::date`.execute(
    tx,
  );
  for (const { person_id: personId, name } of rows)
    await openTask(tx, comeTask, {
      subject: { kind: 'bodies.meeting', id: meetingId },
      for: { personId },
      due: heldOn,
      params: { body: name, on: heldOn },
      now,
      newId,
    });
}

/** Signed decisions become tasks of their owners, with the day. */
export async function openDecisions({ tx, now, newId }: Args, meetingId: string): Promise<number> {
  const { rows } = await sql<{
    id: string;
    text: string;
    owner_id: string;
    due: string | null;
  }>`select id, text, owner_id, due
    from bodies.decision_v where meeting_id = ${meetingId} and owner_id is not null and done_on is null order by id`.execute(
    tx,
  );
  for (const { id, text, owner_id: personId, due } of rows)
    await openTask(tx, carryOutTask, {
      subject: { kind: 'bodies.decision', id },
      for: { personId },
      due,
      params: { text: text.slice(0, 160) },
      now,
      newId,
    });
  return rows.length;
}

export const dropInvitations = (
  { tx, now }: Pick<Args, 'tx' | 'now'>,
  meetingId: string,
  as: 'done' | 'cancelled',
) => closeTask(tx, comeTask, { kind: 'bodies.meeting', id: meetingId }, { now, as });
