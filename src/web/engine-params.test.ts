import { expect, it } from 'vitest';
import { createTexts } from '../platform/i18n/texts.ts';
import { engineParams } from './engine-params.ts';

it('keeps years whole and leaves amounts to the rules of numbers', () => {
  const t = createTexts('ru').getFixedT('ru') as (key: string, params: Record<string, unknown>) => string;
  const facts = { count: 1250, groups: 3, programme: '15.01.05 Сварщик', college: 'Колледж', year: 2027 };
  const said = t('engine-seats:why.enough', engineParams(facts));
  expect(said).toMatch(/приём\s2027\sг\./);
  expect(said).toMatch(/^1\s250\sмест/);
});

it('is silent about facts without parameters', () => {
  expect(engineParams(undefined)).toEqual({});
});
