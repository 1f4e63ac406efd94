import type { z } from 'zod';
import type { AnyRule, Rule } from './define-rule.ts';
import type { Finding, Verdict } from './verdict.ts';

function worded(rule: Pick<AnyRule, 'rule' | 'room'>, finding: Finding): Verdict {
  if (finding.is === 'ok') return finding;
  const { variant, ...rest } = finding;
  return { ...rest, messageKey: `${rule.room}:rule.${rule.rule}${variant ? `.${variant}` : ''}` };
}

/**
 * Runs one rule on facts. Facts and settings are checked against the rule's schemas: a wrong shape is a fault
 * of the program and throws, it never passes for a verdict.
 */
export function judge<F extends z.ZodType, S extends z.ZodType>(
  rule: Rule<F, S>,
  facts: z.input<F>,
  settings: unknown,
  date: string,
): Verdict {
  return worded(rule, rule.check(rule.facts.parse(facts), rule.settings.parse(settings ?? {}), date));
}

/** The same for a rule known only by its id, e.g. the guard of a transition. */
export const judgeAny = (rule: AnyRule, facts: unknown, settings: unknown, date: string): Verdict =>
  judge(rule as unknown as Rule, facts, settings, date);
