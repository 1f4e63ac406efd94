import { missingSignatures } from '../../../platform/signing/index.ts';
import { allowedEvents } from '../../../platform/states/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { visible } from '../body/visible.ts';
import { contract } from '../contract.ts';
import { meetingStates } from '../states.ts';
import { attendanceOf, documentOf, itemsOf, loadMeeting } from './load-meeting.ts';

export const getMeeting = useCase(contract.getMeeting, {
  right: 'bodies.body.read',
  async run({ input, tx, actor, scope }) {
    const meeting = await loadMeeting(tx, input.id, visible(scope, actor));
    const members = await attendanceOf(tx, meeting);
    const present = members.filter((member) => member.present).length;
    const missing = meeting.minutesHash
      ? await missingSignatures(tx, documentOf(meeting.id, meeting.minutesHash), members)
      : members;
    const { organisationId: _, ...head } = meeting;
    return {
      ...head,
      members: members.map((member) => ({ ...member, signed: !missing.includes(member) })),
      items: await itemsOf(tx, meeting.id, present),
    };
  },
  can: ({ data, actor, may }) => {
    const keeps = may('bodies.meeting.edit');
    const pass = { verdicts: { quorum: { is: 'ok' }, 'votes-counted': { is: 'ok' } } } as const;
    const events = allowedEvents(meetingStates, data.state, actor.rights, pass);
    const writes = keeps && (data.state === 'planned' || data.state === 'held');
    return {
      write: writes,
      sign: keeps && data.state === 'closed',
      ...Object.fromEntries(events.map((event) => [event, keeps && event !== 'signedByBoth'])),
    };
  },
});
