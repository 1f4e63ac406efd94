export { applyChange } from './explain/apply-change.ts';
export { counterfactual, type Explanation, explain, type Holder, holders } from './explain/explain.ts';
export { type Instance, readInstance, readSeed } from './input/read-instance.ts';
export { PlacementInputError, type PlacementIssue } from './issue.ts';
export { type PlacementRun, place, runPlacement } from './place.ts';
export { Chains } from './repair/chains.ts';
export {
  type Envy,
  type Move,
  openChains,
  type RepairEvent,
  type RepairPolicy,
  type RepairPreview,
  repair,
} from './repair/repair.ts';
export { say } from './say.ts';
export { type Leftover, type LeftoverPlacement, placeLeftovers } from './solve/leftovers.ts';
export * from './types.ts';
export { type Violation, verifyPlacement } from './verify/verify-placement.ts';
