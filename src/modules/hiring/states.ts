import { defineStates } from '../../platform/states/pure.ts';

export const invitationStates = defineStates({
  name: 'hiring.invitation',
  states: ['sent', 'accepted', 'declined', 'cancelled'],
  initial: 'sent',
  final: ['accepted', 'declined', 'cancelled'],
  transitions: [
    { from: 'sent', to: 'accepted', event: 'accept', effect: 'hiring.invitation.accepted' },
    { from: 'sent', to: 'declined', event: 'decline' },
    { from: ['sent', 'accepted'], to: 'cancelled', event: 'cancel' },
  ],
});

/** `fallen`: agreed, but nobody came to work. `cancelled`: the person took the consent back before answering. */
export const offerStates = defineStates({
  name: 'hiring.offer',
  states: ['made', 'accepted', 'declined', 'withdrawn', 'expired', 'cancelled', 'started', 'fallen'],
  initial: 'made',
  final: ['declined', 'withdrawn', 'expired', 'cancelled', 'started', 'fallen'],
  transitions: [
    { from: 'made', to: 'accepted', event: 'accept', effect: 'hiring.offer.accepted' },
    { from: 'made', to: 'declined', event: 'decline', effect: 'hiring.offer.declined' },
    { from: 'made', to: 'withdrawn', event: 'withdraw', effect: 'hiring.offer.withdrawn' },
    { from: 'made', to: 'expired', event: 'expire' },
    { from: 'made', to: 'cancelled', event: 'cancel' },
    { from: 'accepted', to: 'started', event: 'start', effect: 'hiring.offer.started' },
    { from: 'accepted', to: 'fallen', event: 'fall', effect: 'hiring.offer.fallen' },
  ],
});

export type OfferState = (typeof offerStates)['states'][number];
export type InvitationState = (typeof invitationStates)['states'][number];
