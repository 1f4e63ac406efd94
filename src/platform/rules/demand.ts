import { type FieldFault, refuse } from '../use-case/refusal.ts';
import type { Verdict } from './verdict.ts';

type Named = { rule: string };

/** Throws the refusal of a verdict, naming the rule and the field; lets the rest pass and gives it back. */
export function demand(rule: Named, verdict: Verdict): Exclude<Verdict, { is: 'refused' }> {
  if (verdict.is !== 'refused') return verdict;
  throw refuse(verdict.messageKey, verdict.params, { rule: rule.rule, fields: fieldsOf([verdict]) });
}

const fieldsOf = (verdicts: readonly Verdict[]): FieldFault[] =>
  verdicts.flatMap((one) =>
    one.is === 'refused' && one.field ? [{ path: one.field, key: one.messageKey, params: one.params }] : [],
  );

/** Several rules at once: the refusal carries every field that has to be mended and names the first rule. */
export function demandAll(judged: readonly (readonly [Named, Verdict])[]): void {
  const bad = judged.filter(([, verdict]) => verdict.is === 'refused');
  const [first] = bad;
  if (first?.[1].is !== 'refused') return;
  const fields = fieldsOf(bad.map(([, verdict]) => verdict));
  throw refuse(first[1].messageKey, first[1].params, { rule: first[0].rule, fields });
}
