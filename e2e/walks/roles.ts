import { expect, test } from 'vitest';
import { settled } from '../support/look.ts';
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
    const { page, visit, refused, close } = await portal().as(name);
    await visit('/tasks');
    const menu = page.getByRole('navigation', { name: 'Разделы' });
    const entries = await menu
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(entries).toContain(own);
    for (const href of entries) {
      await menu.locator(`a[href="${href}"]`).click();
      await page.waitForURL((url) => url.pathname === href);
      await settled(page);
    }
    if (own !== '/tasks') await visit(own);
    expect(refused, `what ${name} was refused in its own menu`).toEqual([]);
    await close();
  });
}
