import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';

/** A list of needs as people write them: half a person, a Latin look-alike in a name, a formula. */
const FILE = [
  'Профессия;Муниципалитет;2028;2029',
  'Токарь;Киров;2,5;3',
  'Cварщик;Киров;4;-1',
  '=1+1;Киров;1;1',
].join('\r\n');

export function checkFileWalk(portal: () => Portal): void {
  test('anybody has a file checked before signing in, and nothing is stored', async () => {
    const { page, visit, look, close } = await portal().as(null);
    await visit('/check');
    const buffer = Buffer.from(FILE, 'utf8');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'потребность.csv', mimeType: 'text/csv', buffer });
    await page.waitForResponse((answer) => answer.url().includes('/api/check'));
    await look('checked-file');
    expect(await page.locator('main').innerText()).toMatch(/строк/i);
    await close();
  });
}
