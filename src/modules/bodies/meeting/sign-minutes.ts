import { missingSignatures, signDocument } from '../../../platform/signing/index.ts';
import { moveState } from '../../../platform/states/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { kept } from '../body/visible.ts';
import { contract } from '../contract.ts';
import { meetingStates } from '../states.ts';
import { attendanceOf, documentOf, loadMeeting } from './load-meeting.ts';
import { openDecisions } from './tasks.ts';

/** Chair (or deputy in the chair's absence) and secretary sign; the second signature makes tasks of the decisions. */
export const signMinutes = useCase(contract.signMinutes, {
  right: 'bodies.meeting.edit',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const { id, memberId } = input;
    const meeting = await loadMeeting(tx, id, kept(scope, actor), true);
    if (meeting.state !== 'closed') throw refuse('bodies:error.notClosed', {}, { status: 409 });
    const members = await attendanceOf(tx, meeting);
    const here = members.filter((member) => member.present);
    const chair =
      here.find(({ post }) => post === 'chair') ?? here.find(({ post }) => post === 'deputy_chair');
    const signers = [chair, here.find(({ post }) => post === 'secretary')].filter((one) => one !== undefined);
    if (signers.length < 2) throw refuse('bodies:error.noSigners', {}, { status: 409 });
    const signer = signers.find((one) => one.id === memberId);
    if (!signer) throw refuse('bodies:error.notSigner', {}, { status: 403 });
    const document = documentOf(id, meeting.minutesHash);
    const party = found(members.find((one) => one.id === memberId));
    await signDocument(args, {
      document,
      party: { personId: party.personId },
      signature: { kind: 'paper', originalReceived: input.originalReceived },
      signer: { name: party.name, personId: party.personId },
      signedOn: input.signedOn,
    });
    if ((await missingSignatures(tx, document, signers)).length > 0) return { id, state: meeting.state };
    const { to } = await moveState(args, {
      machine: meetingStates,
      table: 'bodies.meeting',
      id,
      event: 'signedByBoth',
    });
    await openDecisions(args, id);
    return { id, state: to };
  },
});
