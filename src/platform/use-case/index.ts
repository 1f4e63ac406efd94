export { type Actor, system, visitor } from './actor.ts';
export { asSystem } from './as-system.ts';
export { type Answer, type Call, dayIn, execute, type World } from './execute.ts';
export { fieldFaults } from './field-faults.ts';
export { buildHouse, type House, type Room } from './house.ts';
export { uuidV7 } from './new-id.ts';
export { type FieldFault, found, notFound, Refusal, refuse, stale } from './refusal.ts';
export { type Change, isUseCase, type RunArgs, type UseCase, useCase } from './use-case.ts';
