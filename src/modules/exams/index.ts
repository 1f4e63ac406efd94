export { expertsFor } from './kits/faults-of-kit.ts';
export { insertSession, type NewSession } from './sessions/plan-session.ts';
export { type NewSeat, seatExpert } from './sessions/seat-expert.ts';
export { positions } from './staffing/position.ts';
