export { courseOf, lastMover, type StateChange } from './course.ts';
export { beginState, type Move, type MoveArgs, moveState } from './move-state.ts';
export * from './pure.ts';
