import type { Panel } from './panel.ts';

/**
 * How restless each series has been, by year index: root mean square of its last ten yearly relative steps,
 * drawn halfway (geometrically) to the median of its level. Reads the past of each year only.
 * @returns index node · length + t; NaN before the second observation.
 */
export function computeVolatility(panel: Panel): Float64Array {
  const { nodes, length, levels } = panel;
  const scale = new Float64Array(nodes.length * length).fill(Number.NaN);
  nodes.forEach((node, i) => {
    const steps: number[] = [];
    let last = -1;
    let sum = 0;
    for (let t = 0; t < length; t++) {
      const v = node.values[t]!;
      if (Number.isNaN(v)) continue;
      sum += v;
      if (last >= 0) steps.push(relativeStep(node.values[last]!, v, sum / node.counts[t]!, t - last));
      last = t;
      if (steps.length === 0) continue;
      const recent = steps.slice(-10);
      const mean = recent.reduce((a, b) => a + b * b, 0) / recent.length;
      scale[i * length + t] = Math.max(Math.sqrt(mean), 1e-4);
    }
  });
  for (const level of levels) {
    const members = nodes.flatMap((n, i) => (n.level === level ? [i] : []));
    for (let t = 0; t < length; t++) {
      const own = members.map((i) => scale[i * length + t]!).filter((s) => !Number.isNaN(s));
      if (own.length === 0) continue;
      own.sort((a, b) => a - b);
      const median = own[own.length >> 1]!;
      for (const i of members) scale[i * length + t] = Math.sqrt(scale[i * length + t]! * median);
    }
  }
  return scale;
}

function relativeStep(from: number, to: number, mean: number, years: number): number {
  if (from > 0 && to > 0) return Math.log(to / from) / Math.sqrt(years);
  return mean > 0 ? (to - from) / mean / Math.sqrt(years) : 0;
}
