import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Portal, Walker } from '../support/portal.ts';

/** A day of the region, so many days from today. */
export const dayFrom = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Moscow' });

/** A command sent as the page itself sends it: for what a person would do by a list of many. */
export async function post<T = unknown>(page: Page, path: string, body: object): Promise<T> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(`/api${path}`, { data: body, headers: { origin } });
  const text = await answer.text();
  expect(answer.status(), `${path} ${text.slice(0, 300)}`).toBe(200);
  return (JSON.parse(text) as { data: T }).data;
}

export const press = (page: Page | Locator, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** Presses the button of the open form and waits until the form is gone: what it wrote is written. */
export async function send(page: Page, name: string | RegExp): Promise<void> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name }) });
  await form.getByRole('button', { name }).first().click();
  await Promise.race([
    form.waitFor({ state: 'detached' }),
    page
      .locator('form [role=alert]')
      .first()
      .waitFor()
      .then(async () => {
        throw new Error(`refused: ${await page.locator('form [role=alert]').first().innerText()}`);
      }),
  ]);
}

/** A field of a form by the name it is sent under. */
export const fieldOf = (page: Page, name: string) => page.locator(`#field-${name.replaceAll('.', '-')}`);

export const fill = async (page: Page, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) await fieldOf(page, name).fill(value);
};

/** Chooses by a part of the words, once the choice has come. */
export async function choose(page: Page, name: string, words: string): Promise<void> {
  const field = fieldOf(page, name);
  const option = field.locator('option', { hasText: words }).first();
  await option.waitFor({ state: 'attached' });
  await field.selectOption((await option.getAttribute('value')) ?? '');
}

export const said = (page: Page, words: RegExp | string) => page.getByText(words).first().waitFor();

/** The secret of the last letter to an address, as its reader would press it. */
export async function letterTo(walker: Walker, address: string, page: string): Promise<string> {
  const find = async () => {
    const { rows } = await walker.read<{ rows: { to: string; body: string }[] }>(
      '/demo/mail?limit=100&offset=0',
    );
    return rows.find(({ to, body }) => to === address && body.includes(`${page}#`))?.body ?? '';
  };
  await expect.poll(find, { timeout: 60_000, message: `a letter to ${address}` }).toContain(`${page}#`);
  return (await find()).split(`${page}#`)[1]?.split(/\s/)[0] ?? '';
}

/** Somebody without an account, on a telephone. */
export async function onPhone(portal: Portal): Promise<Walker> {
  const walker = await portal.as(null);
  await walker.page.setViewportSize({ width: 390, height: 844 });
  return walker;
}
