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
}
