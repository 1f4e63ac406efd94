import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';

/** Who has no walk of its own yet, with the page of its own work and what must stand there. */
const ROLES = [
  ['employment', '/needs'],
  ['institute', '/bodies'],
  ['government', '/agreements'],
  ['auditor', '/people'],
  ['mentor', '/trainees'],
  ['student', '/my-practice'],
  ['placement', '/mentors'],
  ['exams', '/bodies'],
  ['expert', '/tasks'],
] as const;

/** Pages a walk of its own does not go through, each by whom it is made for. */
const PAGES = [
  [null, '/draws'],
  [null, '/practice-in-region'],
  ['student', '/my-rounds'],
  ['placement', '/rounds'],
  ['plant', '/my-trained'],
] as const;

/**
 * The rest of the roles: what waits for them, then every entry of their menu, as they would press it. A page that
 * asks something it may not ask, or breaks, is a fault.
 */
export function rolesWalk(portal: () => Portal): void {
  test.each(ROLES)('%s: what waits for it, and every entry of its menu', async (name, own) => {
    const { page, open, visit, refused, close } = await portal().as(name);
    await open('/tasks');
    const entries = await page
      .getByRole('navigation', { name: 'Разделы' })
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(entries).toContain(own);
    for (const href of entries.filter((one) => one !== own && one !== '/tasks')) {
      await open(href);
      expect(new URL(page.url()).pathname).toBe(href);
    }
    await visit(own);
    expect(refused, `what ${name} was refused in its own menu`).toEqual([]);
    await close();
  });

  test('distribution of practice for everybody, the student, the centre, the enterprise', async () => {
    for (const [name, path] of PAGES) {
      const { visit, close } = await portal().as(name);
      await visit(path);
      await close();
    }
  });
}
