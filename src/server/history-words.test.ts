import { beforeAll, expect, test } from 'vitest';
import { flatten, type Nested } from '../platform/i18n/catalogue.ts';
import { catalogues } from '../platform/i18n/catalogues.gen.ts';
import { locales } from '../platform/i18n/index.ts';
import { buildHouse, type House } from '../platform/use-case/index.ts';
import { tree } from '../tree.gen.ts';

let house: House;
beforeAll(() => {
  house = buildHouse(tree, { unfinished: true });
});

test.each(locales)('whatever people do reads as a sentence in the history (%s)', (locale) => {
  const written = [...house.useCases].filter(([, { kind, reads }]) => kind === 'command' || reads);
  const said = Object.entries(catalogues[locale] as Record<string, Nested>).flatMap(([room, words]) =>
    Object.keys(flatten(words))
      .filter((key) => key.startsWith('done.'))
      .map((key) => `${room}.${key.slice('done.'.length)}`),
  );
  // every act has its sentence, and no sentence is left of what is done no more
  expect(said.sort()).toEqual(expect.arrayContaining(written.map(([name]) => name).sort()));
  expect(said.filter((name) => !house.useCases.has(name))).toEqual([]);
});
