import type { Problem } from '../problem.ts';
import { SeatsInputError } from '../problem.ts';
import type { OrderInstance } from '../types.ts';
import { checkLinks } from './check-links.ts';
import { type Rule, rulesOf } from './rules.ts';

/**
 * Checks a document before anything is computed: shapes, whole numbers, ranges, references, years, duplicates.
 * @returns the same document, now typed; an optional field that is `null` counts as absent and is left out.
 * @throws SeatsInputError with every fault, each with its path and a message id.
 */
export function checkInstance(input: unknown): OrderInstance {
  const problems: Problem[] = [];
  if (!isRecord(input)) throw new SeatsInputError([{ id: 'input.notObject', path: '', params: {} }]);
  if (input.format !== 'rostok-order/1')
    throw new SeatsInputError([
      { id: 'input.format', path: 'format', params: { found: String(input.format) } },
    ]);
  walk(input, rulesOf.instance!, '', problems);
  if (problems.length > 0) throw new SeatsInputError(problems);
  const instance = withoutNulls(input) as OrderInstance;
  problems.push(...checkLinks(instance));
  if (problems.length > 0) throw new SeatsInputError(problems);
  return instance;
}

function isRecord(v: unknown): v is Record<string, unknown> {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}

/** A `null` would count as zero in a limit, so it must not reach the model. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([k, v]) => (v === null || v === undefined ? [] : [[k, withoutNulls(v)]])),
  );
}

function walk(
  value: Record<string, unknown>,
  rules: Record<string, Rule>,
  path: string,
  out: Problem[],
): void {
  const inside = (field: string) => (path ? `${path}.${field}` : field);
  // A limit under a mistaken name would be lost without a word.
  for (const field of Object.keys(value))
    if (!Object.hasOwn(rules, field) && !(path === '' && field === 'format'))
      out.push({
        id: 'input.noField',
        path: inside(field),
        params: { known: Object.keys(rules).join(', ') },
      });
  for (const [field, rule] of Object.entries(rules)) {
    const at = inside(field);
    const v = value[field];
    if (v === undefined || v === null) {
      if (!rule.optional) out.push({ id: 'input.missing', path: at, params: {} });
    } else checkField(v, rule, at, out);
  }
}

function checkField(v: unknown, rule: Rule, at: string, out: Problem[]): void {
  const wrong = (id: string, params: Problem['params'] = {}) => out.push({ id, path: at, params });
  switch (rule.kind) {
    case 'list':
      if (!Array.isArray(v)) wrong('input.notList');
      else
        v.forEach((item, i) => {
          if (!isRecord(item)) out.push({ id: 'input.notObject', path: `${at}[${i}]`, params: {} });
          else walk(item, rulesOf[rule.of!]!, `${at}[${i}]`, out);
        });
      return;
    case 'object':
      if (!isRecord(v)) wrong('input.notObject');
      else walk(v, rulesOf[rule.of!]!, at, out);
      return;
    case 'words':
      if (!Array.isArray(v) || v.some((w) => typeof w !== 'string')) wrong('input.notWords');
      return;
    case 'years':
      if (!Array.isArray(v) || v.some((w) => !Number.isInteger(w))) wrong('input.notYears');
      return;
    case 'flag':
      if (typeof v !== 'boolean') wrong('input.notFlag');
      return;
    case 'text':
      if (typeof v !== 'string' || v === '') wrong('input.notText');
      else if (rule.id && v.includes('|')) wrong('input.badId', { value: v });
      return;
    case 'choice':
      if (!rule.choices!.includes(v as string | number))
        wrong('input.choice', { value: String(v), choices: rule.choices!.join(', ') });
      return;
    default: {
      const fault = numberFault(v, rule);
      if (fault) wrong(...fault);
    }
  }
}

/** What is wrong with a number, the most telling fault first. */
function numberFault(v: unknown, rule: Rule): [id: string, params: Problem['params']] | undefined {
  if (typeof v !== 'number' || !Number.isFinite(v)) return ['input.notNumber', { value: String(v) }];
  const value = { value: v };
  if (rule.people && v < 0) return ['input.negative', value];
  if (rule.kind === 'whole' && !Number.isInteger(v)) return ['input.fraction', value];
  if (rule.share && v > (rule.max ?? 1)) return ['input.aboveOne', value];
  if (v === 0 && rule.capacity) return ['input.zeroCapacity', {}];
  if (rule.min !== undefined && v < rule.min) return ['input.tooSmall', { ...value, min: rule.min }];
  if (rule.max !== undefined && v > rule.max) return ['input.tooLarge', { ...value, max: rule.max }];
  return undefined;
}
