import { similarity, titleKey } from '../../../../platform/sheets/index.ts';
import type { Spelling } from '../../../needs/index.ts';
import { branchOf, initialsOf, withoutLegalForm } from '../normalise/college-name.ts';

export interface KnownCollege {
  id: string;
  shortName: string;
  fullName: string;
}

/** Below this two names are not alike enough to be offered. */
const LEAST_LIKE = 0.5;
const OFFERED = 3;

/** How well a spelling may mean a college: 1 for the same words without the legal form or by initials. */
function likeness(spelling: string, college: KnownCollege): number {
  const bare = withoutLegalForm(branchOf(spelling) ?? spelling);
  const names = [college.shortName, college.fullName].map(withoutLegalForm);
  if (names.some((it) => titleKey(it) === titleKey(bare) || initialsOf(it) === bare)) return 1;
  return Math.max(...names.map((it) => similarity(it, bare)));
}

/**
 * What the spellings of a file may mean among the colleges of the register. Only the very name of one college is taken
 * as it is; everything else, a mere legal form or a branch too, is offered to a person.
 */
export function spellingsOf(
  rows: readonly { college: string }[],
  colleges: readonly KnownCollege[],
): Spelling[] {
  const counts = new Map<string, number>();
  for (const { college } of rows) counts.set(college, (counts.get(college) ?? 0) + 1);
  return [...counts].map(([spelling, count]) => {
    const key = titleKey(spelling);
    const equal = colleges.filter((it) => titleKey(it.shortName) === key || titleKey(it.fullName) === key);
    const [only] = equal;
    const like = colleges
      .map((it) => ({ id: it.id, score: likeness(spelling, it) }))
      .filter((it) => it.score >= LEAST_LIKE)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, OFFERED)
      .map((it) => it.id);
    return { spelling, rows: count, equal: equal.length === 1 && only ? only.id : null, like };
  });
}
