/** What stood before the lottery, told from the engine's tier; pure, shared with the screens. */
export interface ClassRule {
  kind: 'access' | 'district' | 'distance';
  bands?: readonly number[];
}

const STEP = 128;
const MOST = 4;

/** Classes of a tier: the engine packs at most four, seven bits each, and counts from 1. */
export function classesOf(tier: number, count: number): number[] {
  const all: number[] = [];
  let rest = tier - 1;
  for (let k = 0; k < MOST; k++) {
    all.unshift(rest % STEP);
    rest = Math.floor(rest / STEP);
  }
  return all.slice(0, count);
}

/** The first class in which two tiers differ: it decided, with the value of each; null: they are equal. */
export function decidedBy(
  rules: readonly ClassRule[],
  own: number,
  last: number,
): { rule: ClassRule; own: number; last: number } | null {
  const [mine, border] = [classesOf(own, rules.length), classesOf(last, rules.length)];
  for (const [k, rule] of rules.entries())
    if (mine[k] !== border[k]) return { rule, own: mine[k] ?? 0, last: border[k] ?? 0 };
  return null;
}
