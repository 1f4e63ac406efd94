import { sql } from 'kysely';
import { judge } from '../../../platform/rules/index.ts';
import { versionHash, withdrawSignatures } from '../../../platform/signing/index.ts';
import { moveState } from '../../../platform/states/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { kept } from '../body/visible.ts';
import { contract } from '../contract.ts';
import { votesCountedRule } from '../rules/count-votes.ts';
import { quorumRule } from '../rules/quorum.ts';
import { meetingStates } from '../states.ts';
import { attendanceOf, itemsOf, loadMeeting } from './load-meeting.ts';
import { dropInvitations } from './tasks.ts';

/** Closing the minutes fixes their hash, under which chair and secretary sign; opening them takes signatures away. */
export const moveMeeting = useCase(contract.moveMeeting, {
  right: 'bodies.meeting.edit',
  async run(args) {
    const { input, tx, actor, scope, today } = args;
    const { id, event, reason } = input;
    const meeting = await loadMeeting(tx, id, kept(scope, actor), true);
    if (event === 'hold' && meeting.heldOn > today) throw refuse('bodies:error.notYet', {}, { status: 409 });
    const members = await attendanceOf(tx, meeting);
    const present = members.filter((member) => member.present).length;
    const items = await itemsOf(tx, id, present);
    const voices = items.map(({ title, votes }) => ({
      title,
      votes: votes && votes.for + votes.against + votes.abstain,
    }));
    const verdicts = {
      quorum: judge(
        quorumRule,
        { members: members.length, present, percent: meeting.quorumPercent },
        {},
        today,
      ),
      'votes-counted': judge(votesCountedRule, { present, items: voices }, {}, today),
    };
    const { to } = await moveState(args, {
      machine: meetingStates,
      table: 'bodies.meeting',
      id,
      event,
      reason,
      facts: { verdicts },
      subject: { organisationId: meeting.organisationId },
    });
    if (event === 'hold' || event === 'cancel')
      await dropInvitations(args, id, event === 'hold' ? 'done' : 'cancelled');
    if (event === 'reopen')
      await withdrawSignatures(args, { kind: 'bodies.minutes', id }, reason ?? 'reopened');
    const { number, heldOn, place, bodyName } = meeting;
    const hash = event === 'close' ? versionHash({ number, heldOn, place, bodyName, members, items }) : null;
    if (event === 'close' || event === 'reopen')
      await sql`update bodies.meeting set minutes_hash = ${hash}, rev = rev + 1 where id = ${id}`.execute(tx);
    return { id, state: to };
  },
});
