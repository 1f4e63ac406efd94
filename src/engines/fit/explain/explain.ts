import { Closer, WHOLE } from '../model/close-skills.ts';
import type { Prepared } from '../model/prepare.ts';
import { rowOf } from '../model/rows.ts';
import { shareOf } from '../rank/ranker.ts';
import type { Contribution, Explanation, Gap, Id, Step } from '../types.ts';
import { closeGaps } from './close-gaps.ts';

/**
 * Why a person stands where they stand for an opening: what each asked competence brings and through which own one,
 * what is missing, and the shortest modules that would give it. Contributions sum to the score.
 * @throws Error for an id that is not in the instance.
 */
export function explain(prepared: Prepared, personId: Id, openingId: Id): Explanation {
  const person = prepared.people.dense.of(personId);
  const row = prepared.openings.dense.of(openingId);
  if (person === undefined || row === undefined) throw new Error(`Nobody of ${personId}, ${openingId}`);
  const { instance, skills, openings, people } = prepared;
  const essential = new Set(instance.openings[row]!.essential.map((it) => skills.of(it)!));
  const parts = new Map(rowOf(people.rows, person));
  const contributions: Contribution[] = [];
  const gaps: Gap[] = [];
  let score = 0;
  for (const [skill, weight] of rowOf(openings.rows, row)) {
    const part = parts.get(skill) ?? 0;
    const common = { skill: skills.ids[skill]!, essential: essential.has(skill) };
    if (part > 0) {
      const from = throughOf(prepared, person, skill, part);
      contributions.push({ ...common, ...from, points: part * weight });
      score += part * weight;
    }
    if (part < WHOLE) gaps.push({ ...common, points: (WHOLE - part) * weight });
  }
  const byPoints = <T extends { points: number; skill: Id }>(list: T[]): T[] =>
    list.sort((a, b) => b.points - a.points || (String(a.skill) < String(b.skill) ? -1 : 1));
  byPoints(gaps);
  const most = prepared.most[row]!;
  return {
    person: people.dense.ids[person]!,
    opening: openings.dense.ids[row]!,
    score,
    most,
    share: shareOf(score, most),
    contributions: byPoints(contributions),
    gaps,
    closing: closeGaps(
      gaps.map((it) => it.skill),
      instance.modules,
    ),
  };
}

/** The person's own competence that gives this part; of several the one whose id sorts first. */
function throughOf(
  prepared: Prepared,
  person: number,
  skill: number,
  part: number,
): { through: Id; step: Step } {
  const { instance, skills, graph } = prepared;
  const held = [...new Set(instance.people[person]!.has.map((it) => skills.of(it)!))];
  const byName = held.sort((a, b) => (String(skills.ids[a]) < String(skills.ids[b]) ? -1 : 1));
  if (byName.includes(skill)) return { through: skills.ids[skill]!, step: 'same' };
  const closer = new Closer(graph, { ...instance.options, sibling: 0 });
  for (const own of byName) {
    const reach = closer.close([own]);
    for (let at = 0; at < reach.length; at += 2)
      if (reach[at] === skill && reach[at + 1] === part)
        return { through: skills.ids[own]!, step: 'broader' };
  }
  const near = byName.find((own) => graph.siblings[own]!.includes(skill))!;
  return { through: skills.ids[near]!, step: 'sibling' };
}
