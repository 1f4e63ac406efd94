import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type FieldFault, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { kept } from '../body/visible.ts';
import { contract, type MeetingInput } from '../contract.ts';
import { attendanceOf, loadMeeting } from './load-meeting.ts';

async function writeItems(
  tx: Tx,
  meetingId: string,
  items: MeetingInput['items'],
  newId: () => string,
): Promise<void> {
  await sql`delete from bodies.decision where agenda_item_id in (select id from bodies.agenda_item where meeting_id = ${meetingId})`.execute(
    tx,
  );
  await sql`delete from bodies.agenda_item where meeting_id = ${meetingId}`.execute(tx);
  for (const [place, item] of items.entries()) {
    const id = newId();
    const { title, speaker, minutes, votes, withdrawn } = item;
    await sql`insert into bodies.agenda_item (id, meeting_id, place, title, speaker, minutes, votes_for, votes_against, votes_abstain, withdrawn)
      values (${id}, ${meetingId}, ${place}, ${title}, ${speaker}, ${minutes}, ${votes?.for ?? null}, ${votes?.against ?? null},
        ${votes?.abstain ?? null}, ${withdrawn})`.execute(tx);
    for (const { text, ownerId, due } of item.decisions)
      await sql`insert into bodies.decision (id, agenda_item_id, text, owner_id, due)
        values (${newId()}, ${id}, ${text}, ${ownerId}, ${due})`.execute(tx);
  }
}

/** Votes cannot outnumber those present; a decision with an owner has a day; an item taken off has neither. */
function faultsOf({ items, present }: MeetingInput): FieldFault[] {
  return items.flatMap(({ votes, decisions, withdrawn }, i) => {
    if (withdrawn && (votes || decisions.length > 0))
      return [{ path: `items.${i}.withdrawn`, key: 'bodies:error.withdrawnDecided' }];
    const total = votes ? votes.for + votes.against + votes.abstain : 0;
    const over =
      total > present.length
        ? [
            {
              path: `items.${i}.votes`,
              key: 'bodies:error.tooManyVotes',
              params: { votes: total, present: present.length },
            },
          ]
        : [];
    const dayless = decisions.flatMap(({ ownerId, due }, k) =>
      ownerId && !due ? [{ path: `items.${i}.decisions.${k}.due`, key: 'bodies:error.noDue' }] : [],
    );
    return [...over, ...dayless];
  });
}

/** Writes the whole of the minutes; once they are closed nobody writes here. */
export const saveMeeting = useCase(contract.saveMeeting, {
  right: 'bodies.meeting.edit',
  async run({ input, tx, actor, scope, newId, change }) {
    const { id, rev, ...fields } = input;
    const meeting = await loadMeeting(tx, id, kept(scope, actor), true);
    if (meeting.rev !== rev) throw stale();
    if (meeting.state !== 'planned' && meeting.state !== 'held')
      throw refuse(
        'bodies:error.closed',
        { state: `bodies:state.meeting.${meeting.state}` },
        { status: 409 },
      );
    const faults = faultsOf(fields);
    const [first] = faults;
    if (first) throw refuse(first.key, first.params ?? {}, { fields: faults });
    await sql`update bodies.meeting set number = ${fields.number}, held_on = ${fields.heldOn}, place = ${fields.place},
      rev = rev + 1 where id = ${id}`.execute(tx);
    await sql`delete from bodies.attendance where meeting_id = ${id}`.execute(tx);
    for (const member of await attendanceOf(tx, { ...meeting, heldOn: fields.heldOn }))
      await sql`insert into bodies.attendance (meeting_id, member_id, present)
        values (${id}, ${member.id}, ${fields.present.includes(member.id)})`.execute(tx);
    await writeItems(tx, id, fields.items, newId);
    change({
      subject: { kind: 'bodies.meeting', id, organisationId: meeting.organisationId },
      after: fields,
    });
    return { id, rev: rev + 1 };
  },
});
