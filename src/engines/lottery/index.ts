export { beaconOfWitnesses, commitmentRoot, sealValue, seedFrom } from './commitment.ts';
export { type Drawn, draw, ticketNumber, ticketOf } from './ticket.ts';
