import type { AnyRule } from './define-rule.ts';

// Filled as the rooms' rule files load; the server loads all of them, a page only those of its forms.
const book = new Map<string, AnyRule>();

const overlap = (a: AnyRule, b: AnyRule) =>
  a.validFrom <= (b.validTo ?? '9999-12-31') && b.validFrom <= (a.validTo ?? '9999-12-31');

/** Puts a rule into the book; refuses a version that is valid on the same day as another one of its id. */
export function addRule(rule: AnyRule): void {
  if (rule.validTo !== null && rule.validTo < rule.validFrom)
    throw new Error(`Rule ${rule.version} ends before it begins`);
  for (const other of book.values())
    if (other.rule === rule.rule && other.version !== rule.version && overlap(rule, other))
      throw new Error(`Rules ${rule.version} and ${other.version} are valid on the same day`);
  book.set(rule.version, rule);
}

const validOn = (rule: AnyRule, date: string) =>
  rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo);

/** Every rule valid on a day, by id. */
export const rulesOn = (date: string): AnyRule[] =>
  [...book.values()].filter((rule) => validOn(rule, date)).sort((a, b) => (a.rule < b.rule ? -1 : 1));

/** Every version of every rule, by id and date. */
export const allRules = (): AnyRule[] => [...book.values()].sort((a, b) => (a.version < b.version ? -1 : 1));

/** The version of a rule valid on a day, or null: before its first day there is no such rule. */
export const ruleOn = (id: string, date: string): AnyRule | null =>
  [...book.values()].find((rule) => rule.rule === id && validOn(rule, date)) ?? null;

/** The version a case began under, whatever the day. */
export function pinnedRule(version: string): AnyRule {
  const found = book.get(version);
  if (!found) throw new Error(`There is no rule ${version}`);
  return found;
}

/** One choice out of several versions: the pinned one when the case has one, else the one valid on the day. */
export function chooseVersion<R extends { version: string; validFrom: string; validTo: string | null }>(
  versions: readonly R[],
  date: string,
  pinned?: string | null,
): R | null {
  if (pinned) return versions.find((one) => one.version === pinned) ?? null;
  return (
    versions.find((one) => one.validFrom <= date && (one.validTo === null || date <= one.validTo)) ?? null
  );
}
