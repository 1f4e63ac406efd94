import type { NeedLine, PopulationCell, Respondent } from '../input.ts';
import type { EngineIssue } from '../issue.ts';
import type { EffectiveSample, Stratum } from '../result.ts';

export const stratumKey = (s: { okved: string; sizeClass: string }): string => `${s.okved}/${s.sizeClass}`;

export interface Weighting {
  strata: Map<string, Stratum>;
  /** Enterprise → stratum it answers for. */
  stratumOf: Map<string, string>;
  sample: EffectiveSample;
  notes: EngineIssue[];
}

/**
 * Weights by industry × size class: staff of all enterprises over staff of those who answered, at least 1,
 * at most the cap. What the cap leaves, and strata nobody answered in, stay for the model (`modelled`).
 * With no statistics at all every weight is 1.
 */
export function weighResponses(
  respondents: readonly Respondent[],
  population: readonly PopulationCell[],
  cap: number,
): Weighting {
  const strata = new Map<string, Stratum>();
  const notes: EngineIssue[] = [];
  const at = (s: { okved: string; sizeClass: string }): Stratum => {
    const known = strata.get(stratumKey(s));
    if (known) return known;
    const fresh = {
      ...s,
      population: 0,
      answered: 0,
      respondents: 0,
      rawWeight: null,
      weight: 1,
      modelled: 0,
    };
    strata.set(stratumKey(s), fresh);
    return fresh;
  };
  const whole = new Set(population.filter((p) => p.zone === '').map(stratumKey));
  // where the region's total is known, its zones say only where the people are
  for (const cell of population)
    if (cell.zone === '' || !whole.has(stratumKey(cell)))
      at({ okved: cell.okved, sizeClass: cell.sizeClass }).population += cell.headcount;
  for (const { okved, sizeClass, headcount } of respondents) {
    const stratum = at({ okved, sizeClass });
    stratum.answered += headcount;
    stratum.respondents++;
  }
  for (const [key, s] of strata) {
    if (s.answered > 0) {
      if (population.length > 0) s.rawWeight = s.population / s.answered;
      s.weight = Math.min(cap, Math.max(1, s.rawWeight ?? 1));
      if (s.rawWeight !== null && s.rawWeight < 1)
        notes.push({
          code: 'population.belowAnswers',
          params: { stratum: key, population: s.population, answered: s.answered },
        });
      if (s.rawWeight !== null && s.rawWeight > cap)
        notes.push({ code: 'weight.capped', params: { stratum: key, raw: round(s.rawWeight), cap } });
    }
    s.modelled = Math.max(0, s.population - s.weight * s.answered);
  }
  const weights = respondents.map((r) => strata.get(stratumKey(r))!.weight);
  const stratumOf = new Map(respondents.map((r) => [r.enterpriseId, stratumKey(r)]));
  return { strata, stratumOf, sample: kish(weights), notes };
}

/** Kish's effective sample of a list of weights. */
export function kish(weights: readonly number[]): EffectiveSample {
  const sum = weights.reduce((a, w) => a + w, 0);
  const squares = weights.reduce((a, w) => a + w * w, 0);
  const effective = squares > 0 ? (sum * sum) / squares : 0;
  return {
    respondents: weights.length,
    effective,
    designEffect: effective > 0 ? weights.length / effective : 1,
  };
}

/**
 * Enterprises that answered: the given list, and for the rest the staff named in their earliest lines.
 * @param lines counted lines, sorted by id.
 */
export function completeRespondents(given: readonly Respondent[], lines: readonly NeedLine[]): Respondent[] {
  const known = new Set(given.map((r) => r.enterpriseId));
  const firsts = new Map<string, Map<string, NeedLine>>();
  for (const line of lines) {
    if (known.has(line.enterpriseId)) continue;
    const posts = firsts.get(line.enterpriseId) ?? new Map<string, NeedLine>();
    firsts.set(line.enterpriseId, posts);
    const post = `${line.occupation}/${line.zone}`;
    const before = posts.get(post);
    if (!before || line.year < before.year) posts.set(post, line);
  }
  const derived = [...firsts].map(([enterpriseId, posts]): Respondent => {
    const all = [...posts.values()];
    const { okved, sizeClass, zone } = all[0]!;
    return {
      enterpriseId,
      okved,
      sizeClass,
      zone,
      headcount: all.reduce((a, l) => a + (l.headcountBefore ?? 0), 0),
    };
  });
  return [...given, ...derived].sort((a, b) => (a.enterpriseId < b.enterpriseId ? -1 : 1));
}

const round = (x: number): number => Math.round(x * 100) / 100;
