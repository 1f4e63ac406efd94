// Computed in a thread of its own, and checked by the verifier that shares no code with the computation.
import {
  type Id,
  type Move,
  type PlacementResult,
  type PlacementSnapshot,
  type RepairEvent,
  type RepairPolicy,
  type Rule,
  repair,
  runPlacement,
  type Violation,
  verifyPlacement,
} from '../../../engines/placement/index.ts';
import { serveThread } from '../../../platform/threads/serve-thread.ts';

export interface DrawInput {
  snapshot: PlacementSnapshot;
  rule: Rule;
  /** Hex digits. */
  seed: string;
  /** What happened after the draw; absent: the draw itself. */
  repair?: { events: RepairEvent[]; policy: RepairPolicy; refusing: Id[] };
}

export interface Drawn {
  result: PlacementResult;
  violations: Violation[];
  ms: number;
  /** Of a repair: the input it was computed from, and who moves. */
  after: PlacementSnapshot;
  moved: Move[];
  envies: number;
}

/** Under the frozen policy nobody moves for the sake of the rule, so the rule's optimum is not claimed. */
const OF_OPTIMUM = new Set(['notBest', 'notPlaceBest', 'prices', 'bound']);

serveThread<DrawInput, Drawn>(({ snapshot, rule, seed, repair: asked }) => {
  const from = performance.now();
  const bytes = Buffer.from(seed, 'hex');
  const run = runPlacement(snapshot, { rule }, bytes);
  if (!asked) {
    const ms = Math.round(performance.now() - from);
    const violations = verifyPlacement(snapshot, { rule }, bytes, run.result);
    return { value: { result: run.result, violations, ms, after: snapshot, moved: [], envies: 0 } };
  }
  const preview = repair(run, asked.events, asked.policy, asked.refusing);
  const again = preview.run();
  const ms = Math.round(performance.now() - from);
  const after = again.market.snapshot;
  const violations = verifyPlacement(after, { rule }, bytes, again.result).filter(
    ({ code }) => asked.policy === 'stable' || !OF_OPTIMUM.has(code),
  );
  const { moved, envies } = preview;
  return { value: { result: again.result, violations, ms, after, moved, envies: envies.length } };
});
