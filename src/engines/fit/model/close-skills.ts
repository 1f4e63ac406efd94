import type { FitOptions, FitSkill } from '../types.ts';
import type { Dense } from './dense.ts';

/** Parts are thousandths: a competence held itself counts 1,000. */
export const WHOLE = 1000;

export interface Graph {
  broader: readonly (readonly number[])[];
  siblings: readonly (readonly number[])[];
}

export function graphOf(skills: readonly FitSkill[], dense: Dense): Graph {
  const broader: number[][] = Array.from({ length: dense.size }, () => []);
  const children = new Map<number, number[]>();
  for (const { id, broader: wide } of skills) {
    const own = dense.of(id)!;
    for (const parent of new Set(wide.map((it) => dense.of(it)!))) {
      if (parent === own) continue;
      broader[own]!.push(parent);
      const known = children.get(parent);
      if (known) known.push(own);
      else children.set(parent, [own]);
    }
  }
  const siblings = broader.map((parents, own) => {
    const near = parents.flatMap((it) => children.get(it)!).filter((other) => other !== own);
    return parents.length > 1 ? [...new Set(near)] : near;
  });
  return { broader, siblings };
}

/**
 * What a set of competences is worth everywhere in the graph: itself whole, each step to a wider one times `broader`,
 * a sibling of a held one `sibling` (one step: a sibling's wider ones are the own wider ones already). Of several ways
 * the greatest part holds. Parts are rounded down at every step, so the result is whole and the same everywhere.
 */
export class Closer {
  readonly #graph: Graph;
  readonly #options: Pick<FitOptions, 'broader' | 'sibling'>;
  readonly #part: Int32Array;

  constructor(graph: Graph, options: Pick<FitOptions, 'broader' | 'sibling'>) {
    this.#graph = graph;
    this.#options = options;
    this.#part = new Int32Array(graph.broader.length);
  }

  /** Competences and their parts in turn: a row of pairs. */
  close(held: readonly number[]): number[] {
    const part = this.#part;
    const { broader, sibling } = this.#options;
    const touched: number[] = [];
    const raise = (skill: number, value: number): boolean => {
      const known = part[skill]!;
      if (value <= known) return false;
      if (known === 0) touched.push(skill);
      part[skill] = value;
      return true;
    };
    for (const skill of held) raise(skill, WHOLE);
    const own = touched.length;
    let front = touched.slice();
    while (front.length > 0) {
      const next: number[] = [];
      for (const skill of front) {
        const worth = Math.floor((part[skill]! * broader) / WHOLE);
        if (worth > 0)
          for (const wide of this.#graph.broader[skill]!) if (raise(wide, worth)) next.push(wide);
      }
      front = next;
    }
    if (sibling > 0)
      for (let k = 0; k < own; k++)
        for (const near of this.#graph.siblings[touched[k]!]!) raise(near, sibling);
    const out = new Array<number>(2 * touched.length);
    touched.forEach((skill, k) => {
      out[2 * k] = skill;
      out[2 * k + 1] = part[skill]!;
      part[skill] = 0;
    });
    return out;
  }
}
