import { expect, test } from 'vitest';
import type { Course } from '../../src/modules/exams/testing/course.test.kit.ts';
import { type ExamRegion, PHONE } from '../support/exam-region.ts';

/** The result card: what a stranger with the code sees, before and after the consent of its owner. */
export function examCardWalk(region: () => ExamRegion, course: () => Course, operatorId: () => string): void {
  test('a result card: no page without consent; then initials, and the full name to who knows the surname', async () => {
    const { device } = region();
    const operator = await device(operatorId());
    await operator.visit(`/exams/${course().id}`);
    await operator.page.getByRole('button', { name: 'Выпустить карточки результата' }).click();
    await operator.page.getByText('Выпущено карточек: 2').waitFor();
    await operator.page.getByRole('button', { name: 'Закрыть экзамен' }).click();
    await operator.page.getByText('закрыт', { exact: true }).waitFor();
    await operator.close();

    const student = await device(course().students[0]?.personId ?? '', { size: PHONE });
    await student.visit('/my-exam');
    await student.page.getByText('Страницы проверки нет').waitFor();
    await student.look('my-result');
    const { rows } = await course().world.call<{ rows: { card: { token: string } }[] }>(
      'exams.myExams',
      {},
      course().students[0]?.as ?? course().w.operator,
    );
    const token = rows[0]?.card.token ?? '';
    const stranger = await device(null, { size: PHONE });
    await stranger.visit(`/card/${token}`);
    await stranger.page.getByText('Такой карточки нет').waitFor();

    await student.page.getByRole('link', { name: 'Дать согласие' }).click();
    const consent = student.page.locator('li', { hasText: 'по QR-коду моей карточки' });
    await consent.getByRole('button').click();
    await consent.getByRole('button', { name: /^Отозвать/ }).waitFor();

    await stranger.visit(`/card/${token}`);
    await stranger.page.getByText('Карточка подлинная').waitFor();
    await stranger.page.getByText('Б. П. И.').waitFor();
    expect(await stranger.page.getByText('Берёзкин').count()).toBe(0);
    await stranger.look('card');
    await stranger.page.getByLabel('Фамилия владельца').fill('Иванов');
    await stranger.page.getByRole('button', { name: 'Показать имя' }).click();
    await stranger.page.getByText('Фамилия другая').waitFor();
    await stranger.page.getByLabel('Фамилия владельца').fill('березкин');
    await stranger.page.getByRole('button', { name: 'Показать имя' }).click();
    await stranger.page.getByText('Берёзкин Пётр Ильич').waitFor();

    await consent.getByRole('button', { name: /^Отозвать/ }).click();
    await stranger.visit(`/card/${token}`);
    await stranger.page.getByText('Такой карточки нет').waitFor();
    await Promise.all([student.close(), stranger.close()]);
  });
}
