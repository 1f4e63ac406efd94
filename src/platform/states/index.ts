export { courseOf, lastMover, type StateChange } from './course.ts';
export { beginState, beginStates, type Move, type MoveArgs, moveState, moveStates } from './move-state.ts';
export * from './pure.ts';
