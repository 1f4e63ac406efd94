// Pictures for the README from a running demo region: node scripts/screenshots.mjs [http://127.0.0.1:3000] [NAME…]
// One per role, 1280 pixels wide, into docs/screenshots/.
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const [origin = 'http://127.0.0.1:3000', ...only] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const PASSWORD = 'rostok-demo';
const MOST_BYTES = 200_000;
const UNFIT = /^--(single-process|disable-web-security|disable-site-isolation|use-gl|use-angle|ignore-gpu)/;

const pictures = [
  ['visitor', null, '/'],
  ['ministry-of-education', 'ministry', '/order'],
  ['ministry-of-economy', 'economy', '/balance'],
  ['enterprise', 'plant', '/my-needs'],
  ['college', 'college', '/my-seats'],
  ['municipality', 'district', '/district'],
  ['administrator', 'admin', '/people'],
  ['placement-centre', 'placement', '/rounds'],
  ['exam-operator', 'exams', '/exams'],
  ['student', 'student', '/my-practice'],
  ['mentor', 'mentor', '/trainees'],
  ['expert', 'expert', '/my-exams'],
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
  args: [...sparticuz.args.filter((arg) => !UNFIT.test(arg)), '--disable-gpu'],
});

/** Waits until a headline stands and nothing is being loaded. */
async function settled(page) {
  await page.locator('h1').first().waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      !document.querySelector('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root'),
    undefined,
    { polling: 100, timeout: 60_000 },
  );
}

for (const [name, email, path] of pictures.filter(([each]) => only.length === 0 || only.includes(each))) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  if (email) {
    const answer = await context.request.post(`${origin}/api/auth/sign-in/email`, {
      headers: { origin },
      data: { email: `${email}@demo.rostok`, password: PASSWORD },
    });
    if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
  }
  const page = await context.newPage();
  await page.goto(origin + path, { timeout: 60_000 });
  await settled(page);
  // a screen that has just been read asks for its rows a moment later
  await page.waitForTimeout(2000);
  await settled(page);
  const file = `${folder}${name}.png`;
  await page.screenshot({ path: file, animations: 'disabled', timeout: 60_000 });
  const { size } = statSync(file);
  console.log(
    `${name}.png  ${Math.round(size / 1024)} KB${size > MOST_BYTES ? '  (larger than 200 KB)' : ''}`,
  );
  await context.close();
}
await browser.close();
