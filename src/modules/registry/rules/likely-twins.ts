import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

/** Why two records may be one organisation. */
export const TWIN_REASONS = ['inn', 'ogrn', 'name', 'alike', 'municipality', 'noInn'] as const;
export type TwinReason = (typeof TWIN_REASONS)[number];

const side = z.object({
  inn: z.string().nullable(),
  ogrn: z.string().nullable(),
  /** Without legal form and quotes. */
  name: z.string(),
  municipalityId: z.string().nullable(),
});
export type TwinFacts = z.output<typeof side>;

/** Three letters in a row, with the ends of words marked: what a slip of the keyboard leaves mostly as it was. */
export function trigramsOf(name: string): Set<string> {
  const found = new Set<string>();
  for (const word of name.split(' ').filter(Boolean)) {
    const marked = `  ${word} `;
    for (let at = 0; at + 3 <= marked.length; at++) found.add(marked.slice(at, at + 3));
  }
  return found;
}

/** How alike two names are, 0…1: the share of common trigrams among all (the measure of pg_trgm). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

const sameMark = (a: string | null, b: string | null) => a !== null && a === b;
const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

/**
 * What speaks for two records of one kind being one organisation; empty when nothing does. One number of the tax office
 * is enough. Names are, where they are alike in one municipality and no two different numbers speak against it.
 */
export function twinReasons(a: TwinFacts, b: TwinFacts, atLeast: number): TwinReason[] {
  const byNumber: TwinReason[] = [
    ...(sameMark(a.inn, b.inn) ? (['inn'] as const) : []),
    ...(sameMark(a.ogrn, b.ogrn) ? (['ogrn'] as const) : []),
  ];
  if (byNumber.length > 0) return byNumber;
  if (differ(a.inn, b.inn) || differ(a.ogrn, b.ogrn) || !sameMark(a.municipalityId, b.municipalityId))
    return [];
  const equal = a.name !== '' && a.name === b.name;
  if (!equal && likeness(trigramsOf(a.name), trigramsOf(b.name)) < atLeast) return [];
  const noInn: TwinReason[] = a.inn === null || b.inn === null ? ['noInn'] : [];
  return [equal ? 'name' : 'alike', 'municipality', ...noInn];
}

/** Two records are proposed as one; a person decides. */
export const likelyTwinsRule = defineRule({
  room: 'registry',
  id: 'likelyTwins',
  validFrom: '2000-01-01',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'server',
  facts: z.object({ a: side, b: side }),
  settings: z.object({ 'registry.twinLikeness': z.number() }),
  check: ({ a, b }, settings) =>
    twinReasons(a, b, settings['registry.twinLikeness']).length > 0 ? ok : refused(),
});
