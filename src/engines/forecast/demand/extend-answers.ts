import type { NeedLine, PopulationCell, Respondent } from '../input.ts';
import type { Stratum } from '../result.ts';
import type { Contribution } from './contribution.ts';
import { stratumKey } from './response-weights.ts';

/** Staff of a stratum by zone that did not answer; where the need of non-respondents is placed. */
export function unansweredByZone(
  population: readonly PopulationCell[],
  respondents: readonly Respondent[],
): Map<string, Map<string, number>> {
  const out = new Map<string, Map<string, number>>();
  const add = (key: string, zone: string, headcount: number) => {
    const zones = out.get(key) ?? new Map<string, number>();
    out.set(key, zones);
    zones.set(zone, (zones.get(zone) ?? 0) + headcount);
  };
  for (const p of population) if (p.zone !== '') add(stratumKey(p), p.zone, p.headcount);
  for (const r of respondents) if (out.has(stratumKey(r))) add(stratumKey(r), r.zone, -r.headcount);
  for (const zones of out.values()) {
    for (const [zone, headcount] of zones) zones.set(zone, Math.max(0, headcount));
  }
  return out;
}

/**
 * What answers stand for beyond themselves: (weight − 1) × the answers of a stratum, put where the staff
 * that did not answer is; in the zones of the answers when statistics know no zones. Projects are not
 * extended: one plant's project says nothing of another's.
 */
export function extendAnswers(
  own: readonly { part: Contribution; line: NeedLine }[],
  strata: ReadonlyMap<string, Stratum>,
  unanswered: ReadonlyMap<string, ReadonlyMap<string, number>>,
  extendGrowth: boolean,
): Contribution[] {
  const sums = new Map<string, Contribution>();
  const add = (part: Contribution, key: string, zone: string, factor: number) => {
    if (factor <= 0) return;
    const at = `${key}\u0000${part.occupation}\u0000${zone}\u0000${part.year}\u0000${part.graduateShare}`;
    const sum = sums.get(at) ?? {
      ...part,
      kind: 'weighted' as const,
      id: key,
      zone,
      headcount: 0,
      replGross: 0,
      expansion: 0,
      replacement: 0,
      project: 0,
      backlog: 0,
      surplus: 0,
      // Answers of several zones and years lie behind it; theirs are in the trace of the lines.
      series: null,
    };
    sums.set(at, sum);
    sum.headcount += factor * part.headcount;
    sum.replGross += factor * part.replGross;
    sum.expansion += extendGrowth ? factor * part.expansion : 0;
    sum.replacement += factor * part.replacement;
    sum.backlog += factor * part.backlog;
    sum.surplus += factor * part.surplus;
  };
  for (const { part, line } of own) {
    const key = stratumKey(line);
    const extra = (strata.get(key)?.weight ?? 1) - 1;
    if (extra <= 0) continue;
    const zones = unanswered.get(key);
    const total = zones ? [...zones.values()].reduce((a, b) => a + b, 0) : 0;
    if (!zones || total <= 0) add(part, key, part.zone, extra);
    else for (const [zone, headcount] of zones) add(part, key, zone, (extra * headcount) / total);
  }
  return [...sums.values()];
}
