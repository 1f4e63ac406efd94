import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { follow, look, settled, WIDE } from './look.ts';
import { openBrowser } from './open-browser.ts';
import { type Region, startRegion } from './region.ts';
import { takeTables } from './take-tables.ts';

const PASSWORD = 'rostok-demo';

/** One person's window: what a walk works with. */
export interface Walker {
  page: Page;
  /** Questions of the open pages that were answered with a refusal: status and address. */
  refused: string[];
  /** Opens an address: by the menu when it stands there, else as one types it. */
  open(path: string): Promise<void>;
  /** Opens an address and looks at the page: axe, width, pictures, the XLSX of every table once. */
  visit(path: string): Promise<void>;
  /** Looks at the page as it is now. */
  look(name: string): Promise<void>;
  /** The data of an API answer, asked with this person's cookie. */
  read<T>(path: string): Promise<T>;
  close(): Promise<void>;
}

export interface Portal {
  region: Region;
  browser: Browser;
  /** Addresses that some walk has looked at. */
  seen: Set<string>;
  /** Workbooks that were taken away and opened: address of the page and name of the file. */
  taken: Set<string>;
  /** A window of a role (`ministry`, `college`, …), or of a visitor. */
  as(name: string | null): Promise<Walker>;
  close(): Promise<void>;
}

async function newWalker(browser: Browser, portal: Portal, name: string | null): Promise<Walker> {
  const { origin } = portal.region;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: WIDE,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
  });
  context.setDefaultTimeout(60_000);
  if (name) {
    const data = { email: `${name}@demo.rostok`, password: PASSWORD };
    const answer = await context.request.post('/api/auth/sign-in/email', { data, headers: { origin } });
    expect(answer.status(), `sign-in as ${name}`).toBe(200);
  }
  const page = await context.newPage();
  const takeOnce = async (path: string) => {
    const { pathname } = new URL(page.url());
    if (portal.seen.has(pathname)) return;
    portal.seen.add(pathname);
    for (const file of await takeTables(page)) portal.taken.add(`${path} ${file}`);
  };
  const broken: string[] = [];
  const refused: string[] = [];
  page.on('pageerror', (error) => broken.push(`${new URL(page.url()).pathname}: ${error.message}`));
  page.on('response', (answer) => {
    if (answer.status() >= 500) broken.push(`${answer.status()} ${answer.url()}`);
    else if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  const prefix = name ?? 'visitor';
  const open = async (path: string) => {
    const entry = page.locator(`nav a[href="${path}"]:not([aria-current])`).first();
    if ((await entry.count()) > 0) return follow(page, entry);
    await page.goto(path);
    await settled(page);
  };
  return {
    page,
    refused,
    open,
    async visit(path) {
      await open(path);
      await takeOnce(path);
      await look(page, `${prefix}${path.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}`);
    },
    look: (what) => look(page, `${prefix}-${what}`),
    async read<T>(path: string) {
      const answer = await context.request.get(`/api${path}`);
      expect(answer.status(), path).toBe(200);
      return ((await answer.json()) as { data: T }).data;
    },
    async close() {
      await context.close();
      expect(broken, `failures seen by ${prefix}`).toEqual([]);
    },
  };
}

/** The region, the portal and one browser for all walks. */
export async function openPortal(demand: { intakes?: number } = {}): Promise<Portal> {
  const [region, browser] = await Promise.all([startRegion(demand), openBrowser()]);
  const portal: Portal = {
    region,
    browser,
    seen: new Set(),
    taken: new Set(),
    as: (name) => newWalker(browser, portal, name),
    async close() {
      await browser.close();
      await region.stop();
    },
  };
  return portal;
}
