import { expect, test } from 'vitest';
import type { Portal, Walker } from '../support/portal.ts';
import { waitForOrder } from '../support/wait-for-order.ts';

/** Seconds on a quiet machine; a busy one is given time. */
const PATIENCE_MS = 200_000;
const WHY = /почему/i;
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' }).format(new Date());

/** Later intakes are indicative: without them an order of the small demo is solved in seconds. */
async function oneIntake({ page }: Walker, origin: string): Promise<void> {
  const answer = await page.request.post('/api/settings/set', {
    headers: { origin, 'command-id': crypto.randomUUID() },
    data: { key: 'order.intakes', value: 1, validFrom: today(), source: 'обход портала', trust: 'A' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** The first bytes of a download, asked with this person's cookie. */
async function firstBytes({ page }: Walker, path: string): Promise<string> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return (await answer.body()).subarray(0, 4).toString('latin1');
}

/** An order from a decision against the calculation to its approval, with a return on the way. */
export function decisionWalks(portal: () => Portal): void {
  let decided = '';

  test('a calculation is stopped: of the order, of the forecast', async () => {
    const ministry = await portal().as('ministry');
    await waitForOrder(ministry);
    const { page } = ministry;
    await page.goto('/order/variants');
    await page.getByRole('button', { name: /Рассчитать\sвариант/ }).click();
    await page.locator('[name=title]').fill('Денег меньше на 10 %');
    await page.locator('[name=budgetChange]').fill('-10');
    await page.getByRole('button', { name: 'Рассчитать', exact: true }).click();
    await page.waitForURL(/\/order\/[0-9a-f-]{36}/);
    await page.locator('main').getByRole('button', { name: 'Отменить' }).click();
    await page
      .getByText(/Расчёт\sостановлен/)
      .first()
      .waitFor();
    await ministry.close();

    const economy = await portal().as('economy');
    await economy.page.goto('/forecast');
    await economy.page.getByRole('button', { name: /Запустить\sрасчёт/ }).click();
    await economy.page.locator('[name=title]').fill('Пробный');
    await economy.page.getByRole('button', { name: 'Запустить', exact: true }).click();
    await economy.page.waitForURL(/\/forecast\/[0-9a-f-]{36}/);
    await economy.page.locator('main').getByRole('button', { name: 'Отменить' }).click();
    await economy.page
      .getByText(/Расчёт\sостановлен/)
      .first()
      .waitFor();
    await economy.close();
  });

  test('the ministry decides against the calculation: its price is recomputed, then «а если?»', async () => {
    const walker = await portal().as('ministry');
    const { page, look, close } = walker;
    await oneIntake(walker, portal().region.origin);
    await page.goto('/order');
    const seats = page.locator('tbody').getByRole('button', { name: WHY });
    await seats.filter({ hasNotText: /^0/ }).first().click();
    await page.getByRole('button', { name: /Изменить\sвручную/ }).click();
    const drawer = page.locator('aside');
    await drawer.locator('[name=seats]').fill('0');
    await drawer.locator('[name=reason]').fill('Мастерские закрыты на ремонт');
    const started = page.waitForResponse((answer) => answer.url().includes('/variants/start'));
    await page.getByRole('button', { name: /Пересчитать\sс\sрешением/ }).click();
    decided = ((await (await started).json()) as { data: { id: string } }).data.id;

    await page.goto(`/order/${decided}`);
    await page
      .getByText(/Доказано/)
      .first()
      .waitFor({ timeout: PATIENCE_MS });
    expect(await page.locator('main').innerText()).toMatch(/мест\s0, по\sрасчёту\s[1-9]\d*.*Мастерские/);
    await page
      .getByRole('button', { name: /откуда/ })
      .nth(2)
      .click();
    await page.getByText(/по\sпрофессиям, которым учат колледжи/).waitFor();
    await page.keyboard.press('Escape');
    await look('order-decided');

    await seats.first().click();
    await page.getByRole('button', { name: 'Посчитать' }).click();
    await page.getByText(/Заказ\sпересчитан\sцеликом/).waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('link', { name: /Сравнить\sс\sверсией/ }).click();
    await page.getByRole('heading', { name: /Сравнение/ }).waitFor();
    await look('compare');

    expect(await firstBytes(walker, `/api/order/${decided}/document.pdf`)).toBe('%PDF');
    for (const name of ['document.docx', 'certificate.zip'])
      expect(await firstBytes(walker, `/api/order/${decided}/${name}`), name).toBe('PK\x03\x04');
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'XLSX' }).click(),
    ]);
    expect(table.suggestedFilename()).toMatch(/\.xlsx$/);

    await page.goto(`/order/${decided}`);
    await page.getByRole('button', { name: /На\sсогласование/ }).click();
    await page.getByText(/Ждёт\sутверждения/).waitFor();
    await close();
  });

  test('the head sends it back with a remark; the specialist finds it among the tasks and sends it again', async () => {
    const head = await portal().as('minister');
    await head.page.goto(`/order/${decided}`);
    await head.page.getByRole('button', { name: /Вернуть\sна\sдоработку/ }).click();
    await head.page.locator('[name=reason]').fill('Проверьте, не отнимет ли это мест у сварщиков');
    await head.page.getByRole('button', { name: /Вернуть\sна\sдоработку/ }).click();
    await head.page.getByText(/На\sдоработке\sс.*сварщиков/).waitFor();
    await head.close();

    const { page, close } = await portal().as('ministry');
    await page.goto('/tasks');
    await page
      .getByRole('link', { name: /Посмотреть\sзамечание/ })
      .first()
      .click();
    await page.getByText(/сварщиков/).waitFor();
    await page.getByRole('button', { name: /На\sсогласование/ }).click();
    await page.getByText(/Ждёт\sутверждения/).waitFor();
    await close();
  });
}
