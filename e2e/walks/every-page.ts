import { expect, test } from 'vitest';
import { pages } from '../../src/web/tree.gen.ts';
import type { Portal } from '../support/portal.ts';

/** Who opens the pages of the workplace that no walk has looked at: the first of these with the right. */
const ROLES = [
  'ministry',
  'admin',
  'college',
  'plant',
  'economy',
  'district',
  'minister',
  'student',
  'placement',
  'exams',
  'expert',
];
/** Has a test of its own, and needs no server. */
const APART = ['/gallery'];

interface Session {
  rights: Record<string, string>;
}

/** Every page of the tree is looked at by somebody: a page added later is under this test from its first day. */
export function everyPage(portal: () => Portal): void {
  test('every other page, by a role that may open it', async () => {
    const left = pages.filter(
      ({ path }) => !path.includes('$') && !APART.includes(path) && !portal().seen.has(path),
    );
    const open = left.filter((page) => page.layout === 'public' || page.layout === 'bare');
    const visitor = await portal().as(null);
    for (const { path } of open) await visitor.visit(path);
    await visitor.close();

    let rest = left.filter((page) => !open.includes(page));
    for (const role of ROLES) {
      if (rest.length === 0) break;
      const walker = await portal().as(role);
      const { rights } = await walker.read<Session>('/session');
      const own = rest.filter(({ right }) => !right || right in rights);
      for (const { path } of own) await walker.visit(path);
      rest = rest.filter((page) => !own.includes(page));
      await walker.close();
    }
    expect(rest.map(({ path }) => path)).toEqual([]);
    // every table of the portal was pressed by somebody on the way
    expect(portal().taken.size).toBeGreaterThan(10);
  });
}
