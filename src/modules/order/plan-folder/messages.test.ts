import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { flatten, type Nested } from '../../../platform/i18n/catalogue.ts';
import { filledColumns } from './compute/assumptions.ts';
import en from './messages.en.ts';
import ru from './messages.ru.ts';
import { TABLE_NAMES } from './read/tables.ts';
import { words } from './words.ts';

const russian = flatten(ru as Nested);
const english = flatten(en as Nested);
const stem = (key: string) => key.replace(/_(one|few|many|other)$/, '');
const values = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map((it) => it[1]))].sort();

it('says the same in both languages, with the same values in it', () => {
  const shapes = (all: Record<string, string>) =>
    [...new Set(Object.entries(all).map(([key, text]) => `${stem(key)} ${values(text)}`))].sort();
  expect(shapes(english)).toEqual(shapes(russian));
});

it('has every message that the code names in full', () => {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((it) =>
    /(?<!test|messages\...)\.ts$/.test(it),
  );
  const known = new Set(Object.keys(russian).map(stem));
  const named = files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /'((?:fault|assume|report|cli|trial|explain|difference|paper)\.[\w.]+)'/g,
      ),
    ].map((it) => it[1] as string),
  );
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((it) => !known.has(it) && !/\.(md|json)$/.test(it))).toEqual([]);
  expect(TABLE_NAMES.filter((it) => !known.has(`assume.absent.${it}`))).toEqual([]);
  expect(filledColumns().filter((it) => !known.has(`assume.empty.${it}`))).toEqual([]);
});

it('speaks plurals, numbers and shares by the language, and never loses a fact', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  expect(plain(words('ru')('cli.refused', { count: 3 }))).toBe('Ничего не посчитано: 3 ошибки в папке.');
  expect(plain(words('en')('cli.refused', { count: 1 }))).toBe(
    'Nothing was computed: 1 fault in the folder.',
  );
  expect(
    plain(words('ru')('report.unmapped', { share: 0.4525, people: 904, all: 1998, from: 2027, to: 2033 })),
  ).toContain('45,25 % потребности в выпускниках (904 из 1 998 человек за 2027–2033 годы)');
  expect(words('ru')('no.such.message')).toBe('no.such.message');
});
