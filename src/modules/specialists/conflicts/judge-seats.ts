import { judge } from '../../../platform/rules/index.ts';
import { appealRule, chiefRule } from '../rules/conflict-rules.ts';
import type { Conflict } from './types.ts';

export interface Seats {
  on: string;
  chief: string | null;
  /** Who marks. */
  marking: readonly string[];
  /** Who hears the appeals of this exam. */
  appeal: readonly string[];
}

/** Conflicts that come from the seats themselves: CI-7 a chief who marks, CI-8 somebody of the appeal commission. */
export function judgeSeats(key: string, { on, chief, marking, appeal }: Seats): Conflict[] {
  const out: Conflict[] = [];
  const add = (expertId: string, code: 'CI-7' | 'CI-8', verdict: ReturnType<typeof judge>) => {
    if (verdict.is !== 'refused') return;
    const { messageKey, params } = verdict;
    out.push({ key, expertId, code, severity: 'block', messageKey, params, students: 0, tie: null });
  };
  for (const expertId of new Set([...marking, ...(chief ? [chief] : [])])) {
    const facts = { chief: expertId === chief, marks: marking.includes(expertId) };
    add(expertId, 'CI-7', judge(chiefRule, facts, {}, on));
    add(expertId, 'CI-8', judge(appealRule, { hearsAppeals: appeal.includes(expertId) }, {}, on));
  }
  return out;
}
