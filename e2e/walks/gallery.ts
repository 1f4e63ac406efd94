import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/look.ts';
import type { Portal } from '../support/portal.ts';

/** Every widget in every state, by contrast, by what is read aloud, by width: the gallery brings its own numbers. */
export function galleryWalk(portal: () => Portal): void {
  async function open(query: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    const page = await portal().browser.newPage({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    await page.goto(`${portal().region.origin}/gallery?gallery=1&${query}`);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    return page;
  }

  describe('the gallery of widgets', () => {
    it.each([
      ['everything, light', 'part=all', 1440, 'light'],
      ['everything, dark', 'part=all', 1440, 'dark'],
      ['everything on a phone', 'part=all', 390, 'light'],
      ['a reason beside the page', 'why=15.01.05', 1440, 'dark'],
      ['sign-in over a form', 'part=expired', 1024, 'light'],
      ['what anybody sees', 'frame=public', 1440, 'light'],
    ] as const)('axe finds nothing: %s', async (_name, query, width, scheme) => {
      const page = await open(query, width, scheme);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    it.each([
      ['part=all', 320],
      ['part=all', 1024],
      ['frame=public', 320],
    ] as const)('nothing is wider than the window: %s at %i', async (query, width) => {
      const page = await open(query, width, 'light');
      const over = await page.evaluate(() => {
        const edge = document.documentElement.clientWidth;
        return document.documentElement.scrollWidth <= edge ? 0 : document.documentElement.scrollWidth - edge;
      });
      expect(over).toBe(0);
      await page.close();
    });

    it('a table is sorted, filtered and narrowed through the address', async () => {
      const page = await open('sort=-seats&f.need=100..150&hide=code', 1440, 'light');
      const names = await page.locator('tbody th[scope=row]').allInnerTexts();
      expect(names).toHaveLength(6);
      expect(await page.locator('thead th[aria-sort=descending]').count()).toBe(1);
      await page.locator('thead th[aria-sort] button').click();
      await page.locator('thead th[aria-sort=ascending]').waitFor();
      expect(new URL(page.url()).searchParams.get('sort')).toBe('seats');
      expect(new URL(page.url()).searchParams.get('f.need')).toBe('100..150');
      await page.close();
    });

    it('a reason opens by keyboard, takes the focus and gives it back', async () => {
      const page = await open('', 1440, 'light');
      const seat = page.locator('tbody button').first();
      await seat.focus();
      await page.keyboard.press('Enter');
      await page.locator('aside h2').waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      await page.keyboard.press('Escape');
      await page.locator('aside').waitFor({ state: 'detached' });
      expect(await seat.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.close();
    });

    it('the map is walked by arrows', async () => {
      const page = await open('part=pictures', 1440, 'light');
      const first = page.locator('g[data-place][tabindex="0"]').first();
      await first.focus();
      await page.keyboard.press('ArrowDown');
      const chosen = page.locator('g[data-place][aria-pressed=true]');
      await chosen.first().waitFor();
      expect(await chosen.count()).toBe(1);
      await page.close();
    });
  });
}
