import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import en from './messages.en.ts';
import ru from './messages.ru.ts';
import { say } from './say.ts';

type Nested = { [key: string]: string | Nested };
const flat = (node: Nested, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([k, v]) =>
    typeof v === 'string' ? [[path + k, v] as [string, string]] : flat(v, `${path}${k}.`),
  );

const sources = readdirSync(fileURLToPath(new URL('.', import.meta.url)), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.startsWith('messages'))
  .map((f) => readFileSync(fileURLToPath(new URL(f, import.meta.url)), 'utf8'))
  .join('\n');
const roots = Object.keys(ru.issue).join('|');
const used = new Set(
  [...sources.matchAll(new RegExp(`'((?:${roots})\\.[a-zA-Z]+)'`, 'g'))].map((m) => m[1]!),
);

describe('messages', () => {
  it('both languages have the same keys and the same parameters', () => {
    const russian = new Map(flat(ru));
    const english = new Map(flat(en));
    expect([...english.keys()]).toEqual([...russian.keys()]);
    const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
    for (const [key, text] of russian) expect([key, names(english.get(key)!)]).toEqual([key, names(text)]);
  });

  it('every issue the engine can raise has words, and no words lie unused', () => {
    const worded = flat(ru.issue).map(([key]) => key);
    // Raised by the command line, which knows the file is empty before the engine does.
    const known = new Set([...used, 'series.empty']);
    expect(worded.filter((key) => !known.has(key))).toEqual([]);
    expect([...used].filter((key) => !worded.includes(key))).toEqual([]);
  });

  it('fills parameters and shows an unknown key as it is', () => {
    expect(say('ru')('issue.series.circle', { code: 'А1' })).toBe(
      'Ряд «А1» оказался частью самого себя. Исправьте столбец parent.',
    );
    expect(say('en')('no.such', { a: 1 })).toBe('no.such {"a":1}');
  });
});
