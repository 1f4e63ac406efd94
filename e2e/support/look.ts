import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = fileURLToPath(new URL('../../node_modules/.cache/rostok/shots/', import.meta.url));
mkdirSync(shots, { recursive: true });

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** What axe finds on the page, rule by rule with its places. */
export async function violations(page: Page): Promise<string[]> {
  // the page stays when one goes on inside the portal: axe is put into it once
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe);
  // without `preload` axe does not fetch our style sheets once more to look for a locked orientation
  const found = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"], preload: false }).then((r) => r.violations)',
  )) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Elements that reach beyond the right edge of the window, when the page itself can be scrolled sideways. */
export const tooWide = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    return [...document.querySelectorAll('body *')]
      .filter((node) => node.getBoundingClientRect().right > edge + 1)
      .map((node) => `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''}`)
      .slice(0, 5);
  });

/** Waits until the page has asked all that it asks: a headline stands and nothing is being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(
    () => {
      const waiting = document.querySelector(
        '[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root',
      );
      const fonts = document.fonts.status === 'loaded';
      return !waiting && fonts;
    },
    undefined,
    { polling: 50 },
  );
}

/** A picture of the window; a busy machine may miss a frame, so it is asked for twice. */
async function shoot(page: Page, name: string): Promise<void> {
  const take = (timeout: number) =>
    page.screenshot({
      path: `${shots}${name}.jpeg`,
      type: 'jpeg',
      quality: 80,
      animations: 'disabled',
      timeout,
    });
  await take(10_000).catch(() => take(30_000));
}

/** Goes on inside the portal by a link of the page, as a person does, until the next page stands. */
export async function follow(page: Page, link: Locator): Promise<void> {
  await page.evaluate(() => {
    for (const head of document.querySelectorAll('h1')) head.setAttribute('data-left', '');
  });
  // on a phone the menu is folded away
  await link.dispatchEvent('click');
  await page.waitForFunction(
    () => document.querySelector('h1') && !document.querySelector('h1[data-left]'),
    undefined,
    { polling: 50 },
  );
  await settled(page);
}

/**
 * Looks at the page that is open: axe at the wide window, nothing sideways at the width of a phone, a picture of
 * both for people to look at. The window is wide again afterwards.
 */
export async function look(page: Page, name: string): Promise<void> {
  await settled(page);
  const faults = await violations(page);
  await shoot(page, `${name}-1440`);
  await page.setViewportSize(NARROW);
  const wide = await tooWide(page);
  await shoot(page, `${name}-390`);
  await page.setViewportSize(WIDE);
  expect.soft(faults, `axe at ${name}`).toEqual([]);
  expect.soft(wide, `wider than a phone: ${name}`).toEqual([]);
}
