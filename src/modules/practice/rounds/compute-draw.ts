// A draw from text to texts. Pure: no database, no thread.
import {
  type Id,
  type Move,
  type PlacementRun,
  type PlacementSnapshot,
  type PlacementStatistics,
  type RepairEvent,
  type RepairPolicy,
  type Rule,
  repair,
  runPlacement,
  type Violation,
  verifyPlacement,
} from '../../../engines/placement/index.ts';
import { bordersOf, leftOf, rowsOf } from './result-rows.ts';

export interface DrawInput {
  /** The frozen input as it was hashed. */
  input: string;
  rule: Rule;
  /** Hex digits. */
  seed: string;
  /** What happened after the draw; absent: the draw itself. */
  repair?: { events: RepairEvent[]; policy: RepairPolicy; refusing: Id[] };
}

export interface Drawn {
  /** The whole result as `rostok verify` reads it. */
  result: string;
  rows: string;
  borders: string;
  statistics: PlacementStatistics;
  certificate: string;
  violations: Violation[];
  /** Milliseconds by part. */
  measured: { read: number; engine: number; verify: number; texts: number };
  /** Of a repair: the input it was computed from, and who moves. */
  after: string | null;
  moved: Move[];
  envies: number;
  unplaced: string[];
  free: { place: string; seats: number }[];
}

/** Under the frozen policy nobody moves for the sake of the rule, so the rule's optimum is not claimed. */
const OF_OPTIMUM = new Set(['notBest', 'notPlaceBest', 'prices', 'bound']);

/** Milliseconds since the last call. */
const laps = (clock: () => number) => {
  let last = clock();
  return () => {
    const now = clock();
    const lap = now - last;
    last = now;
    return Math.round(lap);
  };
};

/** Computes and checks a frozen input; a whole region takes a good part of a second, so it runs in a thread. */
export function computeDraw(
  { input, rule, seed, repair: asked }: DrawInput,
  clock: () => number = () => performance.now(),
): Drawn {
  const lap = laps(clock);
  const snapshot = JSON.parse(input) as PlacementSnapshot;
  const bytes = Buffer.from(seed, 'hex');
  const read = lap();
  const first = runPlacement(snapshot, { rule, ...(asked && { explain: false }) }, bytes);
  const preview = asked ? repair(first, asked.events, asked.policy, asked.refusing) : null;
  const run: PlacementRun = preview ? preview.run() : first;
  const after = run.market.snapshot;
  const engine = lap();
  const violations = verifyPlacement(after, { rule }, bytes, run.result).filter(
    ({ code }) => asked?.policy !== 'frozen' || !OF_OPTIMUM.has(code),
  );
  const verify = lap();
  const value = {
    result: JSON.stringify(run.result),
    rows: JSON.stringify(rowsOf(run)),
    borders: JSON.stringify(bordersOf(run)),
    statistics: run.result.statistics,
    certificate: JSON.stringify(run.result.certificate),
    violations,
    after: preview ? JSON.stringify(after) : null,
    moved: preview?.moved ?? [],
    envies: preview?.envies.length ?? 0,
    ...leftOf(run),
  };
  return { ...value, measured: { read, engine, verify, texts: lap() } };
}
