import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { AT, type ExamWorld, examWorld } from '../../src/modules/exams/testing/exam-world.test.kit.ts';
import { createIdentity } from '../../src/platform/identity/index.ts';
import { readSettings } from '../../src/server/settings.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { freePort } from '../../src/server/testing/spawn-server.ts';
import { ownWorld, type TestWorld } from '../../src/testing/world.ts';
import { NARROW, settled, tooWide, violations, WIDE } from './look.ts';
import { openBrowser } from './open-browser.ts';

export const TABLET = { width: 1024, height: 768 };
export const PHONE = { width: 390, height: 844 };
const SECRET = 'a secret of walks through an exam, long enough';
const PASSWORD = 'берёзовая роща 47';
const HOUR = 3_600_000;

/** One person's own device: a context of the browser with its clock and its network. */
export interface Device {
  page: Page;
  context: BrowserContext;
  /** Takes the cable out, or puts it in. */
  offline(gone: boolean): Promise<void>;
  look(name: string): Promise<void>;
  visit(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface ExamRegion {
  world: TestWorld;
  w: ExamWorld;
  origin: string;
  browser: Browser;
  /** Sets the clocks of the server and of every open device; both go on from there. */
  clock(moment: string): Promise<void>;
  /** Gives a person an account and a role, as the registry and the administrator would. */
  account(personId: string, role: string, organisationId?: string | null): Promise<void>;
  /** A device on which this person is signed in; null: a stranger's. */
  device(personId: string | null, how?: { size?: typeof WIDE; wrongHours?: number }): Promise<Device>;
  close(): Promise<void>;
}

/** `Date` of a page, ahead of the machine's by so many milliseconds: an exam of 2027 is held today. */
const shiftDate = (ahead: number) => `{
  const Real = globalThis.RealDate ?? Date;
  globalThis.RealDate = Real;
  globalThis.dateAhead = ${ahead};
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(Real.now() + globalThis.dateAhead);
    }
    static now() { return Real.now() + globalThis.dateAhead; }
  };
}`;

const shots = fileURLToPath(new URL('../../node_modules/.cache/rostok/shots/', import.meta.url));

/** Looks at the page as it stands: axe, nothing sideways on a phone, a picture of both for people to look at. */
async function look(page: Page, name: string, size: typeof WIDE): Promise<void> {
  await settled(page);
  const shoot = (width: number) =>
    page.screenshot({
      path: `${shots}exam-${name}-${width}.png`,
      animations: 'disabled',
      fullPage: true,
    });
  expect.soft(await violations(page), `axe at ${name}`).toEqual([]);
  expect.soft(await tooWide(page), `wider than its window: ${name}`).toEqual([]);
  await shoot(size.width);
  if (size.width === NARROW.width) return;
  await page.setViewportSize(NARROW);
  expect.soft(await tooWide(page), `wider than a phone: ${name}`).toEqual([]);
  await shoot(NARROW.width);
  await page.setViewportSize(size);
}

/** A region with two colleges, experts and a kit, its own server with the built portal, and one browser. */
export async function openExamRegion(): Promise<ExamRegion> {
  const { buildPortal } = (await import(new URL('../../scripts/region.mjs', import.meta.url).href)) as {
    buildPortal(): Promise<void>;
  };
  const portal = buildPortal();
  portal.catch(() => undefined);
  mkdirSync(shots, { recursive: true });
  const [world, browser, port] = await Promise.all([ownWorld(), openBrowser(), freePort()]);
  await sql`update registry.person set is_demo = false`.execute(world.db);
  // what migrations bring and an emptied world lacks: the consent to a public page of one's result
  await sql`insert into registry.purpose (code, version, basis, text, retention_months, source)
    values ('exam_result_public', 1, 'consent', 'Согласен(на) на страницу по QR-коду моей карточки результата', 60, 'проверка')
    on conflict do nothing`.execute(world.db);
  world.clock.set('2027-03-01T09:00:00Z');
  const w = await examWorld(world);
  let ahead = Date.parse(AT.planned) - Date.now();
  const dataDir = mkdtempSync(join(tmpdir(), 'rostok-exam-'));
  const origin = `http://127.0.0.1:${port}`;
  const settings = readSettings({
    PORT: String(port),
    ROSTOK_ORIGIN: origin,
    ROSTOK_DATA: dataDir,
    LOG_LEVEL: 'error',
    ROSTOK_DEMO: '0',
    ROSTOK_SECRET: SECRET,
  });
  const now = () => new Date(Date.now() + ahead);
  const server: RunningServer = await startServer(settings, {
    portal,
    opening: Promise.resolve(world.opened),
    now,
  });
  const identity = createIdentity({
    db: world.db,
    secret: SECRET,
    origin,
    demo: false,
    settings: { appName: 'Rostok' },
    allowedHosts: [],
    sendMail: async () => {},
  });
  const devices = new Map<BrowserContext, number>();
  const setDates = (context: BrowserContext, wrong: number) =>
    context.addInitScript(shiftDate(ahead + wrong));

  return {
    world,
    w,
    origin,
    browser,
    async clock(moment) {
      ahead = Date.parse(moment) - Date.now();
      world.clock.set(moment);
      for (const [context, wrong] of devices) {
        await setDates(context, wrong);
        for (const page of context.pages()) await page.evaluate(`globalThis.dateAhead = ${ahead + wrong}`);
      }
    },
    async account(personId, role, organisationId = null) {
      await sql`insert into registry.assignment (id, person_id, role, organisation_id, valid, ground)
        values (${world.newId()}, ${personId}, ${role}, ${organisationId}, '[2026-01-01,)', 'проверка')
        on conflict do nothing`.execute(world.db);
      await identity.createUser({
        email: `${personId}@example.org`,
        password: PASSWORD,
        personId,
        name: 'Проверка',
      });
    },
    async device(personId, { size = WIDE, wrongHours = 0 } = {}) {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: size,
        colorScheme: 'light',
        reducedMotion: 'reduce',
        locale: 'ru-RU',
        timezoneId: 'Europe/Moscow',
      });
      context.setDefaultTimeout(30_000);
      devices.set(context, wrongHours * HOUR);
      await setDates(context, wrongHours * HOUR);
      if (personId) {
        const data = { email: `${personId}@example.org`, password: PASSWORD };
        const answer = await context.request.post('/api/auth/sign-in/email', { data, headers: { origin } });
        expect(answer.status(), 'sign-in').toBe(200);
        // sign-in counts from the machine's day, the walk goes through the days of an exam to come
        await sql`update identity.session set expires_at = '2029-01-01'`.execute(world.db);
      }
      const page = await context.newPage();
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      page.on('console', (line) => {
        if (/Content.Security.Policy|Refused to/i.test(line.text())) broken.push(line.text());
      });
      page.on('response', (answer) => {
        if (answer.status() >= 500) broken.push(`${answer.status()} ${answer.url()}`);
      });
      return {
        page,
        context,
        offline: (gone: boolean) => context.setOffline(gone),
        look: (name) => look(page, name, size),
        async visit(path) {
          await page.goto(path);
          await settled(page);
        },
        async close() {
          devices.delete(context);
          await context.close();
          expect(broken, 'failures seen in the browser').toEqual([]);
        },
      };
    },
    async close() {
      await browser.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
