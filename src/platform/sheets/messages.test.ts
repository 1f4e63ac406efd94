import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import en from './messages.en.ts';
import ru from './messages.ru.ts';

const here = new URL('.', import.meta.url);

/** Ids that the code of this room may give out, read from its sources. */
function usedIds(): Set<string> {
  const ids = new Set<string>();
  for (const name of readdirSync(here, { recursive: true }) as string[]) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts') || name.includes('messages.')) continue;
    const text = readFileSync(new URL(name, here), 'utf8');
    for (const [, id] of text.matchAll(/'sheets:([\w.]+)'/g)) ids.add(id as string);
    for (const [, id] of text.matchAll(/\bbad\('(\w+)'/g)) ids.add(`error.${id}`);
    for (const [, id] of text.matchAll(/\brepair\('(\w+)'/g)) ids.add(`repair.${id}`);
  }
  return ids;
}

it('has a sentence in both languages for every id, with the same parameters', () => {
  const used = [...usedIds()].sort();
  expect(used.length).toBeGreaterThan(50);
  const params = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((it) => it[1]).sort();
  const russian: Record<string, string> = ru;
  const english: Record<string, string> = en;
  expect(used.filter((id) => !(id in russian))).toEqual([]);
  expect(Object.keys(english)).toEqual(Object.keys(russian));
  for (const [id, text] of Object.entries(russian))
    expect([id, params(english[id] ?? '')]).toEqual([id, params(text)]);
});
