import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';

interface Offer {
  id: string;
  name: string;
  state: string;
  answeredOn: string | null;
}

interface Asked {
  data: { sheets: { id: string; address: string }[] };
}
interface Outcomes {
  rows: { answers: { id: string | null; what: string | null; how: string | null }[] }[];
}

/** From a subscription to exams to the first day of work; a consent taken back empties an open page. */
export function hiringWalk(portal: () => Portal): void {
  test('hiring: interest, candidate, offer, the answer on a phone, the first day, the way back to the need', async () => {
    const plant = await portal().as('plant');
    const student = await portal().as('student');
    await plant.visit('/interests');
    await plant.page.getByRole('button', { name: 'Следить за специальностью' }).click();
    const choice = plant.page.getByLabel('Специальность', { exact: true });
    await choice.selectOption({ index: 2 });
    await plant.page.getByRole('button', { name: 'Следить', exact: true }).click();
    await plant.page.getByRole('button', { name: 'Следить за специальностью' }).waitFor();

    await plant.visit('/candidates');
    const add = plant.page.getByRole('button', { name: 'В список' }).first();
    if ((await add.count()) > 0) {
      const before = (await plant.read<{ rows: object[] }>('/hiring/candidates')).rows.length;
      await add.click();
      await expect
        .poll(async () => (await plant.read<{ rows: object[] }>('/hiring/candidates')).rows.length, {
          timeout: 20_000,
        })
        .toBe(before + 1);
    }
    await plant.page.getByRole('button', { name: 'Пригласить' }).first().click();
    await plant.page.getByLabel('Что написать человеку').fill('Приходите посмотреть цех (демо).');
    await plant.page.getByRole('button', { name: 'Отправить приглашение' }).click();
    await plant.page.getByText('приглашение: ждёт ответа').first().waitFor();
    await plant.page.getByRole('button', { name: 'Отправить приглашение' }).waitFor({ state: 'detached' });
    await plant.page.getByRole('button', { name: 'Предложить работу' }).first().click();
    await plant.page.getByLabel('Должность').fill('Наладчик станков (демо)');
    await plant.look('offer-form');
    await plant.page.getByRole('button', { name: 'Отправить предложение' }).click();
    await plant.page.getByText('предложение: ждёт ответа').first().waitFor();

    await student.visit('/my-work');
    await student.page.setViewportSize({ width: 390, height: 844 });
    await student.page.getByRole('button', { name: 'Согласен встретиться' }).first().click();
    await student.page.getByText('согласен встретиться').first().waitFor();
    await student.look('invited');
    await student.page.getByRole('button', { name: 'Принять предложение' }).first().click();
    await student.page.getByText('принято', { exact: true }).first().waitFor();
    await student.visit('/who-needs-me');

    await plant.open('/hiring-offers');
    const agreed = async () =>
      (await plant.read<{ rows: Offer[] }>('/hiring/offers')).rows
        .filter((it) => it.state === 'accepted')
        .toSorted((a, b) => String(b.answeredOn).localeCompare(String(a.answeredOn)))[0];
    const offer = await agreed();
    const name = offer?.name ?? '';
    expect(name).not.toBe('');

    await plant.open('/candidates');
    await plant.page.getByText(name).first().waitFor();
    await student.page.goto('/my-work');
    await student.page.getByRole('button', { name: 'Отозвать согласие' }).first().click();
    await student.page.getByRole('button', { name: 'Дать согласие' }).first().waitFor();
    // the employer's page was open all the while, and nobody touched it: the house told it (it reads again by itself
    // once a minute only)
    await expect.poll(() => plant.page.getByText(name).count(), { timeout: 30_000, interval: 500 }).toBe(0);

    await plant.visit('/hiring-offers');
    const row = plant.page.locator('tr', { hasText: name });
    await row.getByRole('button', { name: 'Отметить выход' }).click();
    await plant.page.getByRole('button', { name: 'Отметить', exact: true }).click();
    await row.getByText('вышел на работу').waitFor();
    await row.getByRole('link', { name: 'Путь' }).click();
    await plant.page.getByRole('heading', { name: 'Путь' }).waitFor();
    await plant.page.locator('main').getByText(name).waitFor();
    await plant.look('way');
    await plant.visit('/whom-to-invite');
    await plant.visit('/hires');
    await plant.close();
    await student.close();
  });

  test('hiring: the college sees how its graduates are, and the form adds up; the centre sees the pool', async () => {
    const college = await portal().as('college');
    await college.visit('/outcomes');
    await college.page.getByRole('button', { name: 'Отметить', exact: true }).first().click();
    await college.page.getByRole('button', { name: 'Сохранить ответ' }).click();
    await college.page.getByRole('button', { name: 'Сохранить ответ' }).waitFor({ state: 'detached' });
    const asking = college.page.waitForResponse((answer) => /outcomes\/ask$/.test(answer.url()));
    await college.page.getByRole('button', { name: /^Спросить/ }).click();
    const asked = (await (await asking).json()) as Asked;
    await college.look('asked');
    await college.visit('/monitoring');
    await college.page.getByText('Все контроли сходятся.').waitFor();
    const graduate = await portal().as(null);
    await graduate.page.setViewportSize({ width: 390, height: 844 });
    const [sheet] = asked.data.sheets;
    expect(sheet).toBeDefined();
    await graduate.page.goto(`/how-are-you#${sheet?.address.split('#')[1]}`);
    await graduate.page.getByRole('button', { name: 'Отправить ответ' }).waitFor();
    await graduate.look('how-are-you');
    await graduate.page.getByRole('button', { name: 'Отправить ответ' }).click();
    await graduate.page.getByText('Спасибо, ответ записан.').waitFor();
    await graduate.close();
    const outcomes = await college.read<Outcomes>('/hiring/outcomes');
    const answer = outcomes.rows.flatMap((row) => row.answers).find((it) => it.id === sheet?.id);
    expect(answer).toMatchObject({ what: 'employed', how: 'link' });
    // the form is filled from the answers: the new one is in it, and its controls are still green
    await college.open('/monitoring');
    await college.page.getByText('Все контроли сходятся.').waitFor();
    await college.close();
    const centre = await portal().as('placement');
    await centre.visit('/talent-pool');
    await centre.close();
  });
}
