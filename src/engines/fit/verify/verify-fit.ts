import type { Explanation, FitAnswer, FitInstance, FitOpening, FitPerson, Id, Ranked } from '../types.ts';
import { hashOf, Recount } from './recount.ts';

export interface Violation {
  id: string;
  params: Record<string, string | number>;
}

/**
 * Checks an answer against its instance by going over every pair: each list is the very top of what may be proposed,
 * points and shares are right, contributions and gaps add up, modules close what they are said to close, the limit of
 * showing holds. Shares no code with the engine. An empty answer means that all holds.
 */
export function verifyFit(instance: FitInstance, answer: FitAnswer): Violation[] {
  const out: Violation[] = [];
  const tell = (id: string, params: Violation['params']) => out.push({ id, params });
  const count = new Recount(instance);
  const people = new Map(instance.people.map((it) => [String(it.id), it]));
  const openings = new Map(instance.openings.map((it) => [String(it.id), it]));
  const pairs = (person: FitPerson | undefined, opening: FitOpening | undefined) =>
    person && opening && count.meets(person, opening) ? count.pair(person, opening) : null;

  if (answer.people.length !== people.size)
    tell('lists', { found: answer.people.length, count: people.size });
  if (answer.openings.length !== openings.size)
    tell('lists', { found: answer.openings.length, count: openings.size });
  for (const { id, list } of answer.people) {
    const person = people.get(String(id));
    checkLines(tell, id, list, (other) => pairs(person, openings.get(String(other))));
    if (person && !instance.fairness)
      checkTop(tell, instance, id, list, instance.openings, (other) => pairs(person, other));
  }
  for (const { id, list } of answer.openings) {
    const opening = openings.get(String(id));
    checkLines(tell, id, list, (other) => pairs(people.get(String(other)), opening));
    if (opening) checkTop(tell, instance, id, list, instance.people, (other) => pairs(other, opening));
  }
  if (instance.fairness)
    checkFairness(tell, instance, answer, (a, b) => pairs(a, b) !== null && pairs(a, b)!.score > 0);
  for (const it of answer.explanations) {
    const person = people.get(String(it.person));
    const opening = openings.get(String(it.opening));
    if (person && opening) checkExplanation(tell, instance, count, { it, person, opening });
    else tell('unknown', { id: it.person, other: it.opening });
  }
  return out;
}

type Tell = (id: string, params: Violation['params']) => void;
type Points = { score: number; most: number; share: number } | null;

function checkLines(tell: Tell, id: Id, list: readonly Ranked[], points: (other: Id) => Points): void {
  const seen = new Set<string>();
  for (const line of list) {
    if (seen.has(String(line.id))) tell('twice', { id, other: line.id });
    seen.add(String(line.id));
    const right = points(line.id);
    if (!right || right.score === 0) tell('notAllowed', { id, other: line.id });
    else if (right.score !== line.score || right.most !== line.most || right.share !== line.share)
      tell('score', { id, other: line.id, told: line.score, counted: right.score });
  }
}

function checkTop<T extends { id: Id }>(
  tell: Tell,
  { options }: FitInstance,
  id: Id,
  list: readonly Ranked[],
  others: readonly T[],
  points: (other: T) => Points,
): void {
  const all = others.flatMap((it) => {
    const right = points(it);
    return right && right.score > 0
      ? [{ id: it.id, key: options.by === 'share' ? right.share : right.score }]
      : [];
  });
  all.sort((a, b) => {
    if (a.key !== b.key) return b.key - a.key;
    const [ha, hb] = [hashOf(a.id), hashOf(b.id)];
    return ha === hb ? (String(a.id) < String(b.id) ? -1 : 1) : ha < hb ? -1 : 1;
  });
  const best = all.slice(0, options.k).map((it) => String(it.id));
  if (best.join('\n') !== list.map((it) => String(it.id)).join('\n')) tell('notTop', { id });
}

function checkFairness(
  tell: Tell,
  instance: FitInstance,
  answer: FitAnswer,
  fits: (person: FitPerson, opening: FitOpening) => boolean,
): void {
  const { shown, perEmployer } = instance.fairness!;
  const times = new Map<string, number>();
  const employer = new Map(instance.openings.map((it) => [String(it.id), it.employer]));
  for (const { id, list } of answer.people) {
    const own = new Map<string, number>();
    for (const line of list) {
      times.set(String(line.id), (times.get(String(line.id)) ?? 0) + 1);
      const house = employer.get(String(line.id));
      if (house !== undefined) own.set(String(house), (own.get(String(house)) ?? 0) + 1);
    }
    if (list.length > instance.options.k) tell('tooLong', { id, most: instance.options.k });
    for (const [house, n] of own)
      if (perEmployer !== undefined && n > perEmployer)
        tell('perEmployer', { id, employer: house, most: perEmployer });
  }
  const most = Math.max(0, ...times.values());
  if (most <= shown) return;
  for (const opening of instance.openings)
    if (!times.has(String(opening.id)) && instance.people.some((it) => fits(it, opening)))
      tell('unseen', { id: opening.id, most, shown });
}

function checkExplanation(
  tell: Tell,
  instance: FitInstance,
  count: Recount,
  { it, person, opening }: { it: Explanation; person: FitPerson; opening: FitOpening },
): void {
  const at = { id: it.person, other: it.opening };
  const right = count.pair(person, opening);
  const sum = (list: readonly { points: number }[]) => list.reduce((total, { points }) => total + points, 0);
  if (it.score !== right.score || sum(it.contributions) !== right.score)
    tell('contributions', { ...at, told: sum(it.contributions), counted: right.score });
  if (sum(it.gaps) !== right.most - right.score)
    tell('gaps', { ...at, told: sum(it.gaps), counted: right.most - right.score });
  const asked = count.asked(opening);
  for (const { skill, through, points, essential } of it.contributions) {
    const want = asked.get(String(skill));
    const alone = count.parts({ id: `${it.person}\n${through}`, has: [through] }).get(String(skill)) ?? 0;
    if (!want || want.essential !== essential || alone * want.weight !== points)
      tell('contribution', { ...at, skill });
    if (!person.has.map(String).includes(String(through))) tell('notHeld', { ...at, skill: through });
  }
  const given = new Set(
    instance.modules
      .filter((module) => it.closing.modules.map(String).includes(String(module.id)))
      .flatMap((module) => module.gives.map(String)),
  );
  for (const gap of it.gaps)
    if (!given.has(String(gap.skill)) && !it.closing.left.map(String).includes(String(gap.skill)))
      tell('closing', { ...at, skill: gap.skill });
}
