import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';

export function visitorWalk(portal: () => Portal): void {
  test('a visitor: what the region needs, where to study, open data', async () => {
    const { page, visit, close } = await portal().as(null);
    await visit('/');
    const enter = page.getByRole('link', { name: 'Войти' });
    expect(await enter.first().isVisible()).toBe(true);
    await visit('/study');
    await visit('/open-data');
    await close();
  });

  test('a visitor sees no page of the workplace', async () => {
    const { page, close } = await portal().as(null);
    for (const path of ['/people', '/order/variants', '/tasks']) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      expect(await page.locator('table tbody tr').count(), path).toBe(0);
    }
    await close();
  });
}
