export { type AllowedTarget, allowedTarget, type OutgoingRules } from './allowed-host.ts';
export { isPublicAddress } from './public-address.ts';
export { type Outgoing, type OutgoingAnswer, type Resolve, sendOutgoing } from './send-outgoing.ts';
