import { expect, test } from 'vitest';
import { rights } from '../rights.ts';
import helpRules from './help-rules.page.ts';

test('a visitor reads the rules: the footer of every public page leads here', () => {
  expect(helpRules).toMatchObject({ layout: 'public' });
  expect(helpRules.right).toBeUndefined();
  expect(rights['rules.rule.read']).toEqual({ everyone: 'all' });
});
