import type { EngineIssue } from '../issue.ts';
import { EngineInputError } from '../issue.ts';

/** One line of the long format. `value` is in any unit (persons, thousands); `null` is "not known". */
export interface SeriesRow {
  level: string;
  code: string;
  /** Code of the series this one is a part of; empty for a root. */
  parent: string;
  year: number;
  value: number | null;
  /** Line in the file, for messages. */
  row?: number;
}

export interface PanelNode {
  code: string;
  level: string;
  /** Index of the parent in `Panel.nodes`, -1 for a root. */
  parent: number;
  /** By year index; NaN where nothing was observed. */
  values: Float64Array;
  /** Number of observations up to and including each year index. */
  counts: Int32Array;
}

/** Yearly series on one time axis, with their tree. */
export interface Panel {
  firstYear: number;
  length: number;
  nodes: PanelNode[];
  /** Levels in order of name (numbers first, by value). */
  levels: string[];
  /** Things the reader should know and that do not stop the run. */
  notes: EngineIssue[];
}

interface Head {
  level: string;
  parent: string;
  points: Map<number, number>;
}

function findFault(r: SeriesRow, head: Head): string | null {
  if (r.code === '') return 'series.noCode';
  if (!Number.isInteger(r.year)) return 'series.badYear';
  if (r.value !== null && !(Number.isFinite(r.value) && r.value >= 0)) return 'series.badValue';
  if (head.level !== r.level) return 'series.twoLevels';
  if (head.parent !== r.parent) return 'series.twoParents';
  return head.points.has(r.year) ? 'series.twice' : null;
}

const byName = (a: string, b: string): number => {
  const x = Number(a);
  const y = Number(b);
  if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
};

/**
 * Turns long-format rows into a panel. Gaps stay gaps: filling one would read the year after it.
 * @throws EngineInputError with every fault found: negative or non-finite value, fractional year, the same
 * code and year twice, a code with two levels or two parents, a circle of parents.
 */
export function buildPanel(rows: readonly SeriesRow[]): Panel {
  const issues: EngineIssue[] = [];
  const notes: EngineIssue[] = [];
  const heads = new Map<string, Head>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  rows.forEach((r, k) => {
    const at = { row: r.row ?? k + 1, code: r.code };
    const head = heads.get(r.code) ?? { level: r.level, parent: r.parent, points: new Map<number, number>() };
    const fault = findFault(r, head);
    if (fault) {
      issues.push({ code: fault, params: { ...at, year: r.year } });
      return;
    }
    heads.set(r.code, head);
    head.points.set(r.year, r.value ?? Number.NaN);
    first = Math.min(first, r.year);
    last = Math.max(last, r.year);
  });
  if (last - first > 1000) issues.push({ code: 'series.span', params: { first, last } });
  if (issues.length > 0) throw new EngineInputError(issues);
  const codes = [...heads.keys()].sort();
  const index = new Map(codes.map((c, i) => [c, i]));
  const length = codes.length === 0 ? 0 : last - first + 1;
  const nodes = codes.map((code): PanelNode => {
    const head = heads.get(code)!;
    const values = new Float64Array(length).fill(Number.NaN);
    for (const [year, value] of head.points) values[year - first] = value;
    const parent = head.parent === '' ? -1 : (index.get(head.parent) ?? -1);
    if (head.parent !== '' && parent < 0)
      notes.push({ code: 'series.parentAbsent', params: { code, parent: head.parent } });
    return { code, level: head.level, parent, values, counts: countObservations(values) };
  });
  refuseCircles(nodes);
  return {
    firstYear: first,
    length,
    nodes,
    levels: [...new Set(nodes.map((n) => n.level))].sort(byName),
    notes,
  };
}

function countObservations(values: Float64Array): Int32Array {
  const counts = new Int32Array(values.length);
  let n = 0;
  for (let t = 0; t < values.length; t++) {
    if (!Number.isNaN(values[t]!)) n++;
    counts[t] = n;
  }
  return counts;
}

function refuseCircles(nodes: readonly PanelNode[]): void {
  for (const node of nodes) {
    let steps = 0;
    for (let p = node.parent; p >= 0; p = nodes[p]!.parent) {
      if (++steps > nodes.length)
        throw new EngineInputError([{ code: 'series.circle', params: { code: node.code } }]);
    }
  }
}
