// What `states.ts` files and screens import: no database, runs in the browser.
export {
  defineStates,
  eventKey,
  faultsOf,
  isStates,
  reachable,
  type StateFault,
  type StateMachine,
  type StateTable,
  stateKey,
  type Transition,
} from './define-states.ts';
export { allowedEvents, type NoStep, nextState, type StateFacts, type Step } from './next-state.ts';
