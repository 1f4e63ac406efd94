import { expect, test } from 'vitest';
import type { Course } from '../../src/modules/exams/testing/course.test.kit.ts';
import { AT, DAY } from '../../src/modules/exams/testing/exam-world.test.kit.ts';
import { type ExamRegion, PHONE } from '../support/exam-region.ts';

const MONTH = { from: '2027-06-01', to: '2027-06-30' };

/** An exam planned by the operator, staffed by the calculation of a month, answered on phones, made ready on the day before. */
export function examPlanWalk(region: () => ExamRegion, course: () => Course, operatorId: () => string): void {
  test('the operator plans an exam of a group and has the month staffed', async () => {
    const { clock, device, w } = region();
    await clock(AT.planned);
    const { page, ...operator } = await device(operatorId());
    await operator.visit('/exams');
    await page.getByRole('button', { name: 'Запланировать экзамен' }).click();
    await page.getByLabel('День экзамена').fill(DAY);
    await page.getByLabel('Комплект', { exact: true }).selectOption({ value: w.kitId });
    await page.getByLabel('Группа').selectOption({ index: 1 });
    await page.getByLabel('Центр проведения').selectOption({ value: w.centreId });
    await operator.look('plan-form');
    await page.getByRole('button', { name: 'Запланировать экзамен' }).click();
    await page.waitForURL(/\/exams\/[0-9a-f-]{36}$/);
    course().id = page.url().split('/').at(-1) ?? '';
    await page.getByText('Главный эксперт не назначен.').waitFor();

    await operator.visit('/exam-staffing');
    await page.getByRole('button', { name: 'Новый расчёт' }).click();
    await page.getByLabel('С', { exact: true }).fill(MONTH.from);
    await page.getByLabel('По', { exact: true }).fill(MONTH.to);
    await page.getByRole('button', { name: 'Рассчитать', exact: true }).click();
    await page.waitForURL(/\/exam-staffing\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Пригласить экспертов' }).click();
    await expect
      .poll(async () => (await course().card()).seats.map(({ role }) => role), {
        timeout: 60_000,
        interval: 500,
      })
      .toEqual(['chief', 'line', 'line', 'line']);

    await operator.visit(`/exams/${course().id}`);
    for (const [personId, role] of [
      [course().technical, 'технический эксперт'],
      [w.board.witness, 'член ГЭК'],
    ] as const) {
      await page.getByRole('button', { name: 'Назначить' }).click();
      await page.getByLabel('Кем').selectOption({ label: role });
      await page.getByLabel('Кого').selectOption({ value: personId });
      await page.getByRole('button', { name: 'Пригласить', exact: true }).click();
      await page.getByRole('button', { name: 'Пригласить', exact: true }).waitFor({ state: 'detached' });
    }
    // who teaches these students is offered to nobody: he is named with the reason
    await page.getByRole('button', { name: 'Назначить' }).click();
    await page.getByLabel('Кем').selectOption({ label: 'эксперт' });
    await page.getByText('Учителев П. И.').waitFor();
    await page.getByText('CI-1').first().waitFor();
    await operator.look('seat-add');
    await operator.close();
  });

  test('experts confirm on a phone; the exam is confirmed', async () => {
    const { device } = region();
    const { seats } = await course().card();
    const byHand = [seats.find(({ role }) => role === 'chief'), seats.find(({ role }) => role === 'line')];
    for (const seat of byHand) {
      const phone = await device(seat?.personId ?? '', { size: PHONE });
      await phone.visit('/my-exams');
      if (seat?.role === 'chief') await phone.look('phone-seat');
      await phone.page.getByRole('button', { name: 'Приду' }).click();
      await phone.page.getByText('придёт').waitFor();
      await phone.close();
    }
    // the other four say the same on their own phones
    await course().answer();
    const operator = await device(operatorId());
    await operator.visit(`/exams/${course().id}`);
    await operator.page.getByRole('button', { name: 'Подтвердить экзамен' }).click();
    await operator.page.getByText('подтверждён', { exact: true }).waitFor();
    await operator.close();
  });

  test('before the exam: the plan told, the site checked, a draw anybody can recompute, briefing, the task', async () => {
    const { clock, device } = region();
    await clock(AT.announced);
    const operator = await device(operatorId());
    await operator.visit(`/exams/${course().id}`);
    await operator.page.getByRole('button', { name: 'План доведён сегодня' }).click();
    await operator.page.getByText('План доведён 01.06.2027').waitFor();
    await clock(AT.before);
    const technical = await device(course().technical);
    await technical.visit(`/exams/${course().id}`);
    await technical.page.getByLabel('Номер протокола').fill('ПП-1');
    await technical.page.getByRole('button', { name: 'Внести протокол проверки' }).click();
    await technical.page.getByText('Площадка проверена 15.06.2027').waitFor();
    await technical.visit('/tablet-check');
    await technical.page.getByRole('heading', { name: 'Планшет готов к экзамену' }).waitFor();
    await technical.look('tablet-check');
    await technical.close();

    const chief = await device(course().chief.personId);
    await chief.visit(`/exams/${course().id}`);
    await chief.page.getByRole('button', { name: 'Провести жеребьёвку' }).click();
    await chief.page.getByText('порядок мест может пересчитать любой').waitFor();
    await chief.page.getByRole('button', { name: 'Все подписали' }).click();
    await chief.page.getByText('Инструктаж подписали все').waitFor();
    await operator.page.reload();
    await operator.page.getByRole('button', { name: 'Выдать задание' }).click();
    await operator.page.getByText('Задание выдано').waitFor();
    await chief.page.reload();
    await chief.look('day-before');
    await chief.page.getByRole('button', { name: 'Закончить подготовку' }).click();
    await chief.page.getByText('подготовлен', { exact: true }).waitFor();
    await Promise.all([operator.close(), chief.close()]);
  });
}
