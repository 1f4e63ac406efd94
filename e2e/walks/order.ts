import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';
import { waitForOrder } from '../support/wait-for-order.ts';

const WHY = /почему/i;

/** The main job: the specialist reads the forecast and the order, the head approves, the college asks why. */
export function orderWalks(portal: () => Portal): void {
  test('the ministry of education: the balance, the order, why so many, the variants', async () => {
    const walker = await portal().as('ministry');
    const { page, visit, look, close } = walker;
    await waitForOrder(walker);
    await visit('/balance');
    await visit('/order');
    await page.getByRole('button', { name: WHY }).first().click();
    await page.getByRole('heading', { name: /^Почему\s\d+\sмест/ }).waitFor();
    await look('order-why');
    await visit('/order/variants');
    expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(1);
    expect(
      await page.getByRole('button', { name: /Утвердить/ }).count(),
      'who prepares does not approve',
    ).toBe(0);
    await close();
  });

  test('the head of the ministry approves the order, with the number and day of the decree', async () => {
    const { page, visit, look, close } = await portal().as('minister');
    await visit('/order');
    await page.locator('[name=number]').fill('482-П');
    await page.locator('[name=on]').fill('2026-11-23');
    await page.getByRole('button', { name: /Утвердить\sзаказ/ }).click();
    await page.getByText(/Утверждён.*482-П/).waitFor();
    await look('order-approved');
    await close();
  });

  test('the college: its seats, and why so many', async () => {
    const { page, visit, look, close } = await portal().as('college');
    await visit('/my-seats');
    await page.getByRole('button', { name: WHY }).first().click();
    await page.getByRole('heading', { name: /^Почему\s\d+\sмест/ }).waitFor();
    await look('seats-why');
    await close();
  });

  test('the municipality: its district', async () => {
    const { page, visit, close } = await portal().as('district');
    await visit('/district');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/округ|район|город/i);
    await close();
  });

  test('the ministry of economy: the forecast and how far it may be trusted', async () => {
    const { page, visit, close } = await portal().as('economy');
    await visit('/forecast');
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/forecast\/[0-9a-f-]{36}/);
    await visit(new URL(page.url()).pathname);
    await visit('/forecast/quality');
    await close();
  });
}
