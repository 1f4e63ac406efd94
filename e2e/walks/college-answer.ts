import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';
import { waitForOrder } from '../support/wait-for-order.ts';

/** A college answers the proposed order, the ministry replies, the college reads the reply. */
export function collegeAnswerWalk(portal: () => Portal): void {
  test('a college objects to a number of the proposed order; the ministry declines; the college accepts', async () => {
    const ministry = await portal().as('ministry');
    const id = await waitForOrder(ministry);

    const college = await portal().as('college');
    await college.visit('/my-seats');
    await college.page.getByRole('button', { name: /Есть\sвозражения/ }).click();
    await college.page.locator('[name^=seats-]').first().fill('7');
    await college.page.locator('[name^=reason-]').first().fill('Нет второго мастера');
    await college.look('college-objects');
    await college.page.getByRole('button', { name: /Отправить\sвозражения/ }).click();
    await college.page.getByText(/Вы\sвозразили/).waitFor();

    await ministry.visit(`/order/${id}`);
    const said = ministry.page.getByRole('listitem').filter({ hasText: 'Нет второго мастера' }).last();
    await said.getByRole('button', { name: 'Ответить' }).click();
    await ministry.page.locator('[name=text]').fill('Мастера переведут к сентябрю');
    await ministry.look('ministry-replies');
    await ministry.page.getByRole('button', { name: 'Отклонить' }).click();
    await said.getByText(/Отклонено:.*Мастера\sпереведут/).waitFor();
    await ministry.close();

    const { page } = college;
    await page.reload();
    await page.getByText(/Отклонено:.*Мастера\sпереведут/).waitFor();
    await page.getByRole('button', { name: /Изменить\sответ/ }).click();
    await page.getByRole('button', { name: /Согласны\sсо\sвсеми\sместами/ }).click();
    await page.getByText(/Вы\sсогласились\sс\sпроектом/).waitFor();
    expect(await page.getByText('Нет второго мастера').count()).toBe(0);
    await college.close();
  });
}
