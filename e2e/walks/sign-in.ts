import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';

export function signInWalk(portal: () => Portal): void {
  test('signing in: a wrong password, the right one, the workplace, out again', async () => {
    const { page, visit, look, close } = await portal().as(null);
    await visit('/sign-in');
    await page.getByLabel('Почта').fill('ministry@demo.rostok');
    await page.getByLabel('Пароль', { exact: true }).fill('не тот пароль');
    await page.getByRole('button', { name: 'Войти', exact: true }).click();
    await page.locator('[name=password][aria-invalid=true]').waitFor();
    expect(await page.locator('form').innerText()).toMatch(/подошли/);
    await look('sign-in-refused');
    await page.getByLabel('Пароль', { exact: true }).fill('rostok-demo');
    await page.getByRole('button', { name: 'Войти', exact: true }).click();
    await page.waitForURL('**/tasks');
    await close();
  });
}
