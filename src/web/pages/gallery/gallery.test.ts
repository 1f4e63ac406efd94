/**
 * The built portal in a real browser: every widget in every state, by contrast, by what is read aloud, by width.
 * No server is needed: the gallery brings its own texts and numbers.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SLOW = 120_000;

let outDir: string;
let server: PreviewServer;
let browser: Browser;
let base: string;

beforeAll(async () => {
  outDir = mkdtempSync(join(tmpdir(), 'rostok-gallery-'));
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  server = await preview({
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', proxy: {} },
  });
  base = server.resolvedUrls?.local[0] ?? '';
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
    // one process for all would end with the first closed page
    args: sparticuz.args.filter((arg) => arg !== '--single-process'),
  });
}, SLOW);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (outDir) rmSync(outDir, { recursive: true, force: true });
}, SLOW);

async function open(query: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(SLOW);
  await page.goto(`${base}gallery?gallery=1&${query}`);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return page;
}

interface Violation {
  id: string;
  nodes: { target: string[] }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations)',
  )) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

it.each([
  ['everything, light', 'part=all', 1440, 'light'],
  ['everything, dark', 'part=all', 1440, 'dark'],
  ['everything on a phone', 'part=all', 390, 'light'],
  ['a reason beside the page', 'why=15.01.05', 1440, 'dark'],
  ['sign-in over a form', 'part=expired', 1024, 'light'],
  ['what anybody sees', 'frame=public', 1440, 'light'],
] as const)(
  'axe finds nothing: %s',
  async (_name, query, width, scheme) => {
    const page = await open(query, width, scheme);
    expect(await violations(page)).toEqual([]);
    await page.close();
  },
  SLOW,
);

it.each([
  ['part=all', 320],
  ['part=all', 1024],
  ['frame=public', 320],
] as const)(
  'nothing is wider than the window: %s at %i',
  async (query, width) => {
    const page = await open(query, width, 'light');
    const over = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth;
      return document.documentElement.scrollWidth <= edge ? 0 : document.documentElement.scrollWidth - edge;
    });
    expect(over).toBe(0);
    await page.close();
  },
  SLOW,
);

it(
  'a table is sorted, filtered and narrowed through the address',
  async () => {
    const page = await open('sort=-seats&f.need=100..150&hide=code', 1440, 'light');
    const names = await page.locator('tbody th[scope=row]').allInnerTexts();
    expect(names).toHaveLength(6);
    expect(await page.locator('thead th[aria-sort=descending]').count()).toBe(1);
    await page.locator('thead th[aria-sort] button').click();
    await page.locator('thead th[aria-sort=ascending]').waitFor();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('seats');
    expect(new URL(page.url()).searchParams.get('f.need')).toBe('100..150');
    await page.close();
  },
  SLOW,
);

it(
  'a reason opens by keyboard, takes the focus and gives it back',
  async () => {
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
  },
  SLOW,
);

it(
  'the map is walked by arrows',
  async () => {
    const page = await open('part=pictures', 1440, 'light');
    const first = page.locator('g[data-place][tabindex="0"]').first();
    await first.focus();
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('g[data-place][aria-pressed=true]');
    await chosen.first().waitFor();
    expect(await chosen.count()).toBe(1);
    await page.close();
  },
  SLOW,
);
