import { z } from 'zod';
import { addRule } from './rule-book.ts';
import type { Trust } from './trust.ts';
import type { Finding } from './verdict.ts';

export interface RuleDefinition<F extends z.ZodType, S extends z.ZodType> {
  /** The room whose catalogue holds the words: `rule.<id>`, and `ruleTitle.<id>` for the help page. */
  room: string;
  /** As in the domain guide, e.g. `PR-04`. Versions of one rule share it and differ in validity. */
  id: string;
  validFrom: string;
  /** The last day, or null. */
  validTo: string | null;
  /** The act or paper; shown on the help page (words: `ruleSource.<id>` of the catalogue, where there are). */
  source: string;
  trust: Trust;
  where: 'form+server' | 'server';
  facts: F;
  /** Keys are keys of dated settings (see define-settings.ts). */
  settings?: S;
  check(facts: z.output<F>, settings: z.output<S>, date: string): Finding;
}

export interface Rule<F extends z.ZodType = z.ZodType, S extends z.ZodType = z.ZodType> {
  rule: string;
  /** `PR-04@2020-10-01`: what a case keeps to end under the rule it began under. */
  version: string;
  room: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  trust: Trust;
  where: 'form+server' | 'server';
  facts: F;
  settings: S;
  settingKeys: readonly string[];
  check(facts: z.output<F>, settings: z.output<S>, date: string): Finding;
}

/** Any rule, whatever its facts. */
export type AnyRule = Omit<Rule, 'check'> & {
  check(facts: never, settings: never, date: string): Finding;
};

const keysOf = (schema: z.ZodType | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/**
 * Declares a dated rule: a pure function of facts, settings and a date. The form and the server run the same
 * one. Two versions of one id may not be valid on one day.
 */
export function defineRule<F extends z.ZodType, S extends z.ZodType = z.ZodObject<Record<never, never>>>(
  definition: RuleDefinition<F, S>,
): Rule<F, S> {
  const { id, settings, ...rest } = definition;
  const rule: Rule<F, S> = {
    ...rest,
    rule: id,
    version: `${id}@${definition.validFrom}`,
    settings: settings ?? (z.object({}) as unknown as S),
    settingKeys: keysOf(settings),
  };
  addRule(rule);
  return rule;
}

export const isRule = (value: unknown): value is AnyRule =>
  typeof value === 'object' && value !== null && 'rule' in value && 'check' in value && 'trust' in value;
