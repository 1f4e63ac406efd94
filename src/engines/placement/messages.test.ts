import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './messages.en.ts';
import ru from './messages.ru.ts';

/** Flat keys without plural endings, with the parameters each text uses. */
function texts(node: object, path = ''): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  for (const [key, value] of Object.entries(node)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') {
      const bare = at.replace(/_(one|few|many|other)$/, '');
      const params = [...value.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]!);
      out.set(bare, new Set([...(out.get(bare) ?? []), ...params]));
    } else for (const [k, v] of texts(value as object, at)) out.set(k, v);
  }
  return out;
}

const sources = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(dir, entry.name))
      : /(?<!test)\.ts$/.test(entry.name)
        ? [readFileSync(join(dir, entry.name), 'utf8')]
        : [],
  );

describe('messages of the placement', () => {
  it('are the same in both languages, with the same parameters', () => {
    const a = texts(ru);
    const b = texts(en);
    expect([...b.keys()].sort()).toEqual([...a.keys()].sort());
    for (const [key, params] of a) expect([...b.get(key)!].sort(), key).toEqual([...params].sort());
  });

  it('hold a text for every fault and every violation the engine can name', () => {
    const known = texts(ru);
    const code = sources(import.meta.dirname).join('\n');
    const faults = [...code.matchAll(/(?:fault|drop)\(\s*'(\w+)'/g)].map((m) => `input.${m[1]}`);
    const violations = [...code.matchAll(/\bbad\(\s*'(\w+)'/g)].map((m) => `verify.${m[1]}`);
    expect(faults.length).toBeGreaterThan(15);
    expect(violations.length).toBeGreaterThan(15);
    for (const key of [...faults, ...violations]) expect(known.has(key), key).toBe(true);
  });
});
