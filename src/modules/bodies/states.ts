import { defineStates } from '../../platform/states/pure.ts';

/** Minutes are closed when all is written and signed by chair and secretary: from then on nothing changes. */
export const meetingStates = defineStates({
  name: 'bodies.meeting',
  states: ['planned', 'held', 'closed', 'signed', 'cancelled'],
  initial: 'planned',
  final: ['signed', 'cancelled'],
  transitions: [
    { from: 'planned', to: 'held', event: 'hold', guard: ['quorum'] },
    { from: 'planned', to: 'cancelled', event: 'cancel' },
    { from: 'held', to: 'closed', event: 'close', guard: ['votes-counted'] },
    { from: 'closed', to: 'held', event: 'reopen' },
    { from: 'closed', to: 'signed', event: 'signedByBoth', effect: 'bodies.minutesSigned' },
  ],
});
export type MeetingState = (typeof meetingStates)['states'][number];
