/** kill -9 of the server while an expert marks: the tablet goes on, is opened again, and every tap arrives once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Course } from '../src/modules/exams/testing/course.test.kit.ts';
import { examWorld } from '../src/modules/exams/testing/exam-world.test.kit.ts';
import { openDatabase } from '../src/platform/database/index.ts';
import { createIdentity } from '../src/platform/identity/index.ts';
import { freePort, spawnServer, untilReady } from '../src/server/testing/spawn-server.ts';
import { freshWorld } from '../src/testing/world.ts';
import { openBrowser } from './support/open-browser.ts';
import { criterion, markPlace, place } from './walks/exam-day.ts';

const SECRET = 'a secret of drills, of forty characters.';
const PASSWORD = 'берёзовая роща 47';
const KILLS = 4;

/** An exam that runs, and one of its experts with an account; `env` says where the server finds them. */
async function prepare(dir: string) {
  const world = await freshWorld();
  await sql`update registry.person set is_demo = false`.execute(world.db);
  world.clock.set('2027-03-01T09:00:00Z');
  const w = await examWorld(world);
  const course = await new Course(world, w).toRunning({ students: 2 });
  const personId = course.line[0]?.personId ?? '';
  await sql`insert into registry.assignment (id, person_id, role, organisation_id, valid, ground)
    values (${world.newId()}, ${personId}, 'expert', ${w.host}, '(,)', 'проверка')`.execute(world.db);
  const identity = createIdentity({
    db: world.db,
    secret: SECRET,
    origin: 'http://127.0.0.1',
    demo: false,
    settings: { appName: 'Rostok' },
    allowedHosts: [],
    sendMail: async () => {},
  });
  const email = 'expert@example.org';
  await identity.createUser({ email, password: PASSWORD, personId, name: 'Проверка' });
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
  const template = await world.opened.thread?.dump();
  if (template) {
    await (await openDatabase({ dir, template })).close();
    return { id: course.id, email, where: { dir }, env: {} as Record<string, string> };
  }
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${rows[0]?.name}`;
  return { id: course.id, email, where: { url: url.href }, env: { DATABASE_URL: url.href } };
}

test('kill -9 of the server during marking: nothing is lost and nothing counts twice', async () => {
  const { buildPortal } = (await import(new URL('../scripts/region.mjs', import.meta.url).href)) as {
    buildPortal(): Promise<void>;
  };
  const dir = mkdtempSync(join(tmpdir(), 'rostok-exam-kill-'));
  const [{ id, email, where, env }, browser, port] = await Promise.all([
    prepare(dir),
    openBrowser(),
    freePort(),
    buildPortal(),
  ]);
  const origin = `http://127.0.0.1:${port}`;
  const start = async () => {
    const server = await spawnServer({
      PORT: String(port),
      ROSTOK_ORIGIN: origin,
      ROSTOK_DATA: dir,
      ROSTOK_DEMO: '0',
      ROSTOK_SECRET: SECRET,
      LOG_LEVEL: 'silent',
      ...env,
    });
    await untilReady({ ...server, origin });
    return server;
  };
  let server = await start();
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1024, height: 768 },
    locale: 'ru-RU',
  });
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: { email, password: PASSWORD },
    headers: { origin },
  });
  expect(answer.status()).toBe(200);
  const page = await context.newPage();
  await page.goto(`/exams/${id}/marking`);
  await page.getByText('откроется и без сети').waitFor();
  let taps = 0;
  await markPlace(page, 1, 2);
  taps += 4;
  await page.getByText('всё отправлено').waitFor();
  await place(page, 2).click();
  await criterion(page, 'Б').click();
  for (let round = 0; round < KILLS; round += 1) {
    // the tap and the death of the server go side by side: the answer may be lost, the mark may not
    await Promise.all([page.getByRole('button', { name: 'Больше: Глубина подреза' }).click(), server.kill()]);
    await page
      .getByRole('button', { name: /^Равномерность чешуек: [0-3]/ })
      .nth(round % 4)
      .click();
    taps += 2;
    await page.getByText(/Нет сети с/).waitFor();
    if (round === 0) {
      await page.reload();
      await place(page, 2).click();
      await criterion(page, 'Б').click();
      await page
        .getByText(/ждут? отправки/)
        .first()
        .waitFor();
    }
    server = await start();
    await page.getByText('всё отправлено').waitFor({ timeout: 60_000 });
  }
  await context.close();
  await browser.close();
  server.child.kill('SIGTERM');
  await server.ended;
  const { db, close } = await openDatabase(where);
  const { rows } = await sql<{
    marks: number;
    numbers: number;
    last: number;
  }>`select count(*)::int as marks, count(distinct sequence)::int as numbers, max(sequence)::int as last
    from exams.mark where session_id = ${id}`.execute(db);
  await close();
  rmSync(dir, { recursive: true, force: true });
  expect(rows).toEqual([{ marks: taps, numbers: taps, last: taps }]);
});
