import { idHash } from '../model/dense.ts';
import type { Closing, FitModule, Id } from '../types.ts';

/** Up to so many gaps the shortest set is proved by trying all subsets of them. */
const EXACT_GAPS = 14;

interface Candidate {
  module: FitModule;
  mask: number;
}

/**
 * The shortest modules (least hours, then fewest) that together teach all these competences that any module teaches.
 * Up to 14 gaps exact, by subsets; above that greedily by hours for each gap closed, then rid of what became needless.
 */
export function closeGaps(gaps: readonly Id[], modules: readonly FitModule[]): Closing {
  const taught = new Set(modules.flatMap((it) => it.gives.map(String)));
  const names = [...new Set(gaps.map(String))];
  const open = names.filter((it) => taught.has(it));
  const left = gaps.filter((it, k) => !taught.has(String(it)) && names.indexOf(String(it)) === k);
  const sorted = modules
    .filter((it) => it.gives.some((skill) => open.includes(String(skill))))
    .sort(
      (a, b) => a.hours - b.hours || idHash(a.id) - idHash(b.id) || (String(a.id) < String(b.id) ? -1 : 1),
    );
  const shortest = open.length <= EXACT_GAPS;
  const chosen = open.length === 0 ? [] : shortest ? bySubsets(open, sorted) : greedily(open, sorted);
  return {
    modules: chosen.map((it) => it.id),
    hours: chosen.reduce((sum, it) => sum + it.hours, 0),
    left,
    shortest,
  };
}

function bySubsets(open: string[], modules: FitModule[]): FitModule[] {
  const size = 2 ** open.length;
  const hours = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const count = new Int32Array(size);
  const from = new Int32Array(size).fill(-1);
  const by = new Int32Array(size).fill(-1);
  const candidates = modules.map(
    (module): Candidate => ({
      module,
      mask: open.reduce(
        (mask, skill, k) => (module.gives.some((it) => String(it) === skill) ? mask | (1 << k) : mask),
        0,
      ),
    }),
  );
  hours[0] = 0;
  for (let have = 0; have < size; have++) {
    if (hours[have] === Number.POSITIVE_INFINITY) continue;
    candidates.forEach(({ module, mask }, k) => {
      const next = have | mask;
      if (next === have) return;
      const total = hours[have]! + module.hours;
      if (total > hours[next]! || (total === hours[next] && count[have]! + 1 >= count[next]!)) return;
      hours[next] = total;
      count[next] = count[have]! + 1;
      from[next] = have;
      by[next] = k;
    });
  }
  const chosen: FitModule[] = [];
  for (let at = size - 1; at > 0; at = from[at]!) chosen.push(candidates[by[at]!]!.module);
  return chosen.sort((a, b) => modules.indexOf(a) - modules.indexOf(b));
}

function greedily(open: string[], modules: FitModule[]): FitModule[] {
  const missing = new Set(open);
  const chosen: FitModule[] = [];
  while (missing.size > 0) {
    let best: FitModule | null = null;
    let price = Number.POSITIVE_INFINITY;
    for (const module of modules) {
      const closes = new Set(module.gives.map(String).filter((it) => missing.has(it))).size;
      if (closes > 0 && module.hours / closes < price) {
        price = module.hours / closes;
        best = module;
      }
    }
    if (!best) break;
    chosen.push(best);
    for (const it of best.gives) missing.delete(String(it));
  }
  const needed = (module: FitModule) =>
    open.some((skill) => {
      const givers = chosen.filter((it) => it.gives.some((other) => String(other) === skill));
      return givers.length === 1 && givers[0] === module;
    });
  for (const module of [...chosen].sort((a, b) => b.hours - a.hours))
    if (!needed(module)) chosen.splice(chosen.indexOf(module), 1);
  return chosen.sort((a, b) => modules.indexOf(a) - modules.indexOf(b));
}
