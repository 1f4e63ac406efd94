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

describe('messages', () => {
  it('are the same in both languages, with the same parameters', () => {
    const a = texts(ru);
    const b = texts(en);
    expect([...b.keys()].sort()).toEqual([...a.keys()].sort());
    for (const [key, params] of a) expect([...b.get(key)!].sort(), key).toEqual([...params].sort());
  });
});
