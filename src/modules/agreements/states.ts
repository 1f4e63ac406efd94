import { defineStates } from '../../platform/states/pure.ts';

/**
 * While an agreement in force is being changed its former version holds until every party has signed the new one.
 */
export const agreementStates = defineStates({
  name: 'agreements.agreement',
  states: ['draft', 'proposed', 'signed', 'in_force', 'changing', 'ended', 'recalled'],
  initial: 'draft',
  final: ['ended', 'recalled'],
  transitions: [
    {
      from: 'draft',
      to: 'proposed',
      event: 'propose',
      right: 'agreements.agreement.edit',
      effect: 'agreements.proposed',
    },
    { from: 'proposed', to: 'draft', event: 'rework', right: 'agreements.agreement.edit' },
    { from: 'proposed', to: 'signed', event: 'signedByAll' },
    { from: 'signed', to: 'in_force', event: 'start', effect: 'agreements.started' },
    {
      from: 'in_force',
      to: 'changing',
      event: 'change',
      right: 'agreements.agreement.edit',
      effect: 'agreements.changing',
    },
    { from: 'changing', to: 'in_force', event: 'signedByAll', effect: 'agreements.changed' },
    { from: ['in_force', 'changing'], to: 'ended', event: 'end', effect: 'agreements.ended' },
    {
      from: ['draft', 'proposed', 'signed'],
      to: 'recalled',
      event: 'recall',
      right: 'agreements.agreement.edit',
    },
  ],
});
export type AgreementState = (typeof agreementStates)['states'][number];
