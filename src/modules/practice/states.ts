import { defineStates } from '../../platform/states/pure.ts';

export const planStates = defineStates({
  name: 'practice.plan',
  states: ['draft', 'approved', 'cancelled'],
  initial: 'draft',
  final: ['approved', 'cancelled'],
  transitions: [
    { from: 'draft', to: 'approved', event: 'approve', effect: 'practice.plan.approved' },
    { from: 'approved', to: 'draft', event: 'reopen' },
    { from: ['draft', 'approved'], to: 'cancelled', event: 'cancel' },
  ],
});

/** A frozen offer takes part in a round: nobody edits it until the round is over. */
export const offerStates = defineStates({
  name: 'practice.offer',
  states: ['draft', 'open', 'frozen', 'withdrawn'],
  initial: 'draft',
  final: ['open', 'withdrawn'],
  transitions: [
    { from: 'draft', to: 'open', event: 'open', effect: 'practice.offer.opened' },
    { from: 'open', to: 'frozen', event: 'freeze' },
    { from: 'frozen', to: 'open', event: 'thaw' },
    { from: ['draft', 'open'], to: 'withdrawn', event: 'withdraw', effect: 'practice.offer.withdrawn' },
  ],
});

/** The way of one student's placement, from a request to the archive. */
export const placementStates = defineStates({
  name: 'practice.placement',
  states: [
    'requested',
    'slot_reserved',
    'contract_ok',
    'cleared',
    'started',
    'in_progress',
    'suspended',
    'finished',
    'documents_complete',
    'graded',
    'archived',
    'failed',
  ],
  initial: 'requested',
  final: ['archived', 'failed'],
  transitions: [
    { from: 'requested', to: 'slot_reserved', event: 'reserve', effect: 'practice.placement.reserved' },
    { from: 'slot_reserved', to: 'contract_ok', event: 'agree', guard: ['PP-02'] },
    {
      from: 'contract_ok',
      to: 'cleared',
      event: 'clear',
      guard: ['PP-06', 'PP-08', 'AG-08', 'PP-10', 'X-06', 'PL-08', 'PL-09'],
    },
    {
      from: 'cleared',
      to: 'started',
      event: 'start',
      // what was given before may have been withdrawn or run out since
      guard: ['PP-07', 'PL-10', 'PP-08', 'AG-08', 'PP-10', 'X-06', 'PL-09'],
      effect: 'practice.placement.started',
    },
    { from: 'started', to: 'in_progress', event: 'proceed' },
    {
      from: ['started', 'in_progress'],
      to: 'suspended',
      event: 'suspend',
      effect: 'practice.placement.suspended',
    },
    { from: 'suspended', to: 'in_progress', event: 'resume' },
    {
      from: 'in_progress',
      to: 'finished',
      event: 'finish',
      guard: ['PL-11'],
      effect: 'practice.placement.finished',
    },
    { from: 'finished', to: 'documents_complete', event: 'complete', guard: ['PL-12', 'PL-13'] },
    {
      from: 'documents_complete',
      to: 'graded',
      event: 'grade',
      guard: ['PL-14'],
      effect: 'practice.placement.graded',
    },
    { from: 'graded', to: 'archived', event: 'archive' },
    {
      from: [
        'requested',
        'slot_reserved',
        'contract_ok',
        'cleared',
        'started',
        'in_progress',
        'suspended',
        'finished',
      ],
      to: 'failed',
      event: 'fail',
      effect: 'practice.placement.failed',
    },
  ],
});

export type PlacementState = (typeof placementStates)['states'][number];
export type PlacementEvent = (typeof placementStates)['transitions'][number]['event'];
/** A unit of the offer is taken in these. */
export const HOLDING: readonly PlacementState[] = placementStates.states.filter(
  (state) => state !== 'requested' && state !== 'failed',
);

/** A campaign of distribution. `redo` writes the input down anew when somebody left; the seed stays the committed one. */
export const roundStates = defineStates({
  name: 'practice.round',
  states: [
    'open',
    'ranking',
    'frozen',
    'drawing',
    'drawn',
    'publishing',
    'published',
    'repaired',
    'closed',
    'cancelled',
  ],
  initial: 'open',
  final: ['closed', 'cancelled'],
  transitions: [
    { from: 'open', to: 'ranking', event: 'rank', effect: 'practice.round.ranking' },
    { from: 'ranking', to: 'frozen', event: 'freeze', effect: 'practice.round.frozen' },
    { from: ['frozen', 'drawn'], to: 'frozen', event: 'redo', effect: 'practice.round.frozen' },
    { from: 'frozen', to: 'drawing', event: 'draw' },
    { from: 'drawing', to: 'frozen', event: 'giveUp' },
    { from: 'drawing', to: 'drawn', event: 'store', effect: 'practice.round.drawn' },
    // placements are made piece by piece; one that was cut off goes on where it stopped
    { from: ['drawn', 'publishing'], to: 'publishing', event: 'announce' },
    { from: 'publishing', to: 'drawn', event: 'holdBack' },
    { from: 'publishing', to: 'published', event: 'publish', effect: 'practice.round.published' },
    { from: ['published', 'repaired'], to: 'repaired', event: 'repair', effect: 'practice.round.repaired' },
    { from: ['published', 'repaired'], to: 'closed', event: 'close' },
    {
      from: ['open', 'ranking', 'frozen', 'drawn'],
      to: 'cancelled',
      event: 'cancel',
      effect: 'practice.round.cancelled',
    },
  ],
});

export type RoundState = (typeof roundStates)['states'][number];
export type RoundEvent = (typeof roundStates)['transitions'][number]['event'];
