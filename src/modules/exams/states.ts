import { defineStates } from '../../platform/states/pure.ts';

export const kitStates = defineStates({
  name: 'exams.kit',
  states: ['draft', 'approved', 'withdrawn'],
  initial: 'draft',
  final: ['approved', 'withdrawn'],
  transitions: [
    { from: 'draft', to: 'approved', event: 'approve', effect: 'exams.kit.approved' },
    { from: ['draft', 'approved'], to: 'withdrawn', event: 'withdraw', effect: 'exams.kit.withdrawn' },
  ],
});

/**
 * The way of an exam. Guards are the house's own and both regimes' together: a rule that is not of the session's regime
 * says «ok» (see `sessions/judge-session.ts`).
 */
export const sessionStates = defineStates({
  name: 'exams.session',
  states: [
    'planned',
    'confirmed',
    'prepared',
    'running',
    'marked',
    'protocol_signed',
    'transferred_to_GEK',
    'graded',
    'closed',
    'suspended',
    'annulled',
    'cancelled',
  ],
  initial: 'planned',
  final: ['closed', 'annulled', 'cancelled'],
  transitions: [
    {
      from: 'planned',
      to: 'confirmed',
      event: 'confirm',
      right: 'exams.session.confirm',
      guard: [
        ...['DE20-01', 'DE20-02', 'DE20-03', 'DE20-04', 'DE20-05', 'DE20-06'],
        ...['DE-01', 'DE-02', 'DE-03', 'DE-04', 'DE-05', 'DE-06', 'DE-07', 'DE-08', 'EX-02'],
        ...['X-14', 'EX-01', 'EX-10'],
      ],
      effect: 'exams.session.confirmed',
    },
    {
      from: 'confirmed',
      to: 'prepared',
      event: 'prepare',
      guard: ['DE20-07', 'DE-10', 'DE-11', 'DE-14'],
      effect: 'exams.session.prepared',
    },
    {
      from: 'prepared',
      to: 'running',
      event: 'start',
      // what was right when the exam was confirmed may have run out since
      guard: [
        'EX-03',
        'DE20-01',
        'DE20-03',
        'DE20-04',
        'DE20-05',
        'DE-03',
        'DE-06',
        'DE-07',
        'DE-08',
        'DE-09',
        'DE-12',
        'DE-13',
        'X-14',
      ],
      effect: 'exams.session.started',
    },
    {
      from: 'running',
      to: 'marked',
      event: 'mark',
      guard: ['EX-06', 'EX-05', 'EX-07', 'DE20-08', 'DE20-09', 'DE-15', 'DE-18'],
      effect: 'exams.session.marked',
    },
    {
      from: 'marked',
      to: 'protocol_signed',
      event: 'sign',
      guard: ['DE-17'],
      effect: 'exams.protocol.signed',
    },
    {
      from: 'protocol_signed',
      to: 'transferred_to_GEK',
      event: 'transfer',
      guard: ['EX-13'],
      effect: 'exams.session.transferred',
    },
    {
      from: 'transferred_to_GEK',
      to: 'graded',
      event: 'grade',
      guard: ['EX-13', 'DE-19'],
      effect: 'exams.session.graded',
    },
    {
      from: 'graded',
      to: 'closed',
      event: 'close',
      guard: ['EX-13', 'EX-09', 'EX-11', 'DE20-10', 'DE-16'],
      effect: 'exams.session.closed',
    },
    { from: ['confirmed', 'prepared'], to: 'planned', event: 'reopen', effect: 'exams.session.reopened' },
    { from: ['prepared', 'running'], to: 'suspended', event: 'suspend', effect: 'exams.session.suspended' },
    { from: 'suspended', to: 'running', event: 'resume' },
    {
      from: ['running', 'suspended', 'marked', 'protocol_signed', 'transferred_to_GEK', 'graded'],
      to: 'annulled',
      event: 'annul',
      effect: 'exams.session.annulled',
    },
    {
      from: ['planned', 'confirmed', 'prepared'],
      to: 'cancelled',
      event: 'cancel',
      effect: 'exams.session.cancelled',
    },
  ],
});
export type SessionState = (typeof sessionStates)['states'][number];
export type SessionEvent = (typeof sessionStates)['transitions'][number]['event'];

/** Nobody's tie, right or kit is asked about any more: the exam has begun. */
export const BEGUN: readonly SessionState[] = [
  'running',
  'suspended',
  'marked',
  'protocol_signed',
  'transferred_to_GEK',
  'graded',
];

export const appealStates = defineStates({
  name: 'exams.appeal',
  states: ['filed', 'upheld', 'rejected', 'withdrawn'],
  initial: 'filed',
  final: ['upheld', 'rejected', 'withdrawn'],
  transitions: [
    { from: 'filed', to: 'upheld', event: 'uphold', effect: 'exams.appeal.decided' },
    { from: 'filed', to: 'rejected', event: 'reject', effect: 'exams.appeal.decided' },
    { from: 'filed', to: 'withdrawn', event: 'withdraw' },
  ],
});

/** Whether a step leads on from a state. */
export const leadsFrom = (
  { from }: { from: SessionState | readonly SessionState[] },
  state: SessionState,
): boolean => (typeof from === 'string' ? from === state : from.includes(state));
