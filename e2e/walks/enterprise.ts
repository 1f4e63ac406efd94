import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';

export function enterpriseWalk(portal: () => Portal): void {
  test('the enterprise: a fractional number is refused in words, mended, saved and stays', async () => {
    const { page, visit, look, close } = await portal().as('plant');
    await visit('/my-needs');
    const cell = () => page.locator('input[data-year]').first();
    const before = await cell().inputValue();
    await cell().fill('2,5');
    await cell().blur();
    await page.locator('input[data-year][aria-invalid=true]').first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(/целое\sчисло|целых|целым/i);
    await look('need-refused');

    const mended = String(Number(before || 0) + 7);
    await cell().fill(mended);
    await cell().blur();
    await page
      .getByText(/Сохранено/)
      .first()
      .waitFor();
    expect(await page.locator('input[data-year][aria-invalid=true]').count()).toBe(0);
    await page.reload();
    await page.locator('input[data-year]').first().waitFor();
    expect(await cell().inputValue()).toBe(mended);
    await close();
  });

  test('the enterprise: a survey waits in its tasks; a table is read by cell, taken in its right rows, once', async () => {
    const { page, visit, look, close } = await portal().as('plant');
    await visit('/tasks');
    await page
      .getByText(/Подтвердите.потребность/)
      .first()
      .waitFor();
    await visit('/imports');
    const table = 'Профессия;Вид;2027;2028\nТокарь;замена;2;3\nСварщик невиданный;новое;1;1\n';
    await page.setInputFiles('input[type=file]', {
      name: 'потребность.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    });
    await page.waitForURL(/\/imports\/.+/);
    const take = page.getByRole('button', { name: 'Принять только верные' });
    await take.waitFor();
    expect(await page.locator('main').innerText()).toContain('Сварщик невиданный');
    await look('import-read');
    await take.click();
    await page
      .getByText(/^Принято: новых/)
      .first()
      .waitFor();
    await look('import-stored');
    await close();
  });
}
