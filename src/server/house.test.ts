import { describe, expect, test } from 'vitest';
import { ROLES } from '../modules/registry/index.ts';
import { buildHouse } from '../platform/use-case/index.ts';
import { tree } from '../tree.gen.ts';

describe('the house', () => {
  const house = buildHouse(tree);

  test('fits together: every entry has its use case, every right somebody', () => {
    expect(house.useCases.size).toBeGreaterThan(50);
  });

  test('knows every role that its tables of rights name', () => {
    const known = new Set([...Object.keys(ROLES), 'everyone', 'signedIn', 'visitor']);
    const named = [...house.rights.values()].flatMap((table) =>
      Object.values(table).flatMap((byRole) => Object.keys(byRole)),
    );
    expect(named.filter((role) => !known.has(role))).toEqual([]);
  });

  test('asks every visitor only what a visitor may ask', () => {
    const open = Object.keys(house.rightsOf('visitor')).sort();
    expect(open).toMatchSnapshot();
  });
});
