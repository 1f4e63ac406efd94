import { judge, type Verdict } from '../../../platform/rules/index.ts';
import {
  appealRule,
  coachedRule,
  employedRule,
  kinRule,
  mentoredRule,
  sponsorRule,
  taughtRule,
} from '../rules/conflict-rules.ts';
import type { FoundTie } from './read-ties.ts';

const RULES = { 'CI-2': taughtRule, 'CI-3': mentoredRule, 'CI-4': kinRule, 'CI-5': coachedRule } as const;

/** What the rule of a tie's code says of it on the exam's day. */
export function judgeTie(tie: FoundTie, settings: unknown): Verdict {
  const { on, from, to, code, declared } = tie;
  const facts = { on, from, to };
  if (code === 'CI-1') return judge(employedRule, facts, settings, on);
  if (code === 'CI-6') return judge(sponsorRule, { ...facts, declared }, {}, on);
  if (code === 'CI-8') return judge(appealRule, { hearsAppeals: true }, {}, on);
  if (code === 'CI-7') throw new Error('CI-7 is a matter of seats, not of ties');
  return judge(RULES[code], facts, {}, on);
}
