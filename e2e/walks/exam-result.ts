import { expect, test } from 'vitest';
import type { Course } from '../../src/modules/exams/testing/course.test.kit.ts';
import { AT } from '../../src/modules/exams/testing/exam-world.test.kit.ts';
import { type ExamRegion, PHONE } from '../support/exam-region.ts';

/** Announced on the morning after the exam, a Thursday: appeals on the result until Friday. */
const FRIDAY = '2027-06-18T07:00:00Z';
const MONDAY = '2027-06-21T07:00:00Z';

/** From the protocol to the end of appeals: signatures, board, grade, appeal, the corrected protocol. */
export function examResultWalk(region: () => ExamRegion, course: () => Course): void {
  const exam = () => `/exams/${course().id}`;

  test('every expert signs, the chief approves, the board announces grades by the college’s table', async () => {
    const { device, w, clock } = region();
    const expert = await device(course().line[0]?.personId ?? '');
    await expert.visit(exam());
    await expert.page.getByRole('button', { name: 'Подписать протокол' }).click();
    // nobody agreed on simple signatures with the plant: said in words, and the paper remains
    await expert.page.getByRole('alert').waitFor();
    await expert.look('sign-refused');
    await expert.close();
    const chief = await device(course().chief.personId);
    await chief.visit(exam());
    for (let left = 3; left > 0; left -= 1) {
      const noted = chief.page.getByRole('button', { name: 'Подписал(а) на бумаге' });
      await expect.poll(() => noted.count(), { timeout: 30_000 }).toBe(left);
      await noted.first().click();
    }
    await chief.page.getByRole('button', { name: 'Утвердить на бумаге' }).click();
    await chief.page.getByText('протокол подписан', { exact: true }).waitFor();
    await chief.page.getByRole('button', { name: 'Передать в ГЭК' }).click();
    await chief.page.getByText('передан в ГЭК', { exact: true }).waitFor();
    await chief.close();
    await clock(AT.next);
    const chair = await device(w.board.chair);
    await chair.visit(exam());
    await chair.page.getByRole('button', { name: 'Объявить оценки' }).click();
    await chair.page.getByText('оценки объявлены', { exact: true }).waitFor();
    await chair.close();
  });

  test('a student appeals in time on a phone; the commission changes points, and the protocol is signed anew', async () => {
    const { device, w, clock } = region();
    await clock(FRIDAY);
    const student = await device(course().students[0]?.personId ?? '', { size: PHONE });
    await student.visit('/my-exam');
    await student.page.getByRole('button', { name: 'Не согласен с оценкой' }).click();
    await student.page
      .getByLabel('С чем вы не согласны')
      .fill('Катет измерили не там, где сказано в задании');
    await student.look('appeal-form');
    await student.page.getByRole('button', { name: 'Подать апелляцию' }).click();
    await student.page.getByText('ответ до 23.06.2027').waitFor();
    await student.close();

    const member = await device(w.commission[2] ?? '');
    await member.visit('/exam-appeals');
    await member.page.getByLabel('Решение').selectOption({ label: 'изменить баллы' });
    await member.page.getByLabel('А. Сборка').fill('12,5');
    await member.page.getByLabel('Номер протокола комиссии').fill('3');
    await member.page.getByLabel('Обоснование').fill('Замер повторили в присутствии студента');
    await member.look('appeal-decide');
    await member.page.getByRole('button', { name: 'Записать решение' }).click();
    await member.page.getByText('удовлетворена').first().waitFor();
    await member.close();

    await clock(MONDAY);
    const late = await device(course().students[1]?.personId ?? '', { size: PHONE });
    await late.visit('/my-exam');
    await late.page.getByText('баллов').first().waitFor();
    // the term of an appeal is over: nothing offers one
    expect(await late.page.getByRole('button', { name: 'Не согласен с оценкой' }).count()).toBe(0);
    await late.close();

    const chief = await device(course().chief.personId);
    await chief.visit(exam());
    await chief.page.getByText(/Протокол исправлен, редакция 2/).waitFor();
    await chief.look('sign-anew');
    for (let left = 3; left > 0; left -= 1) {
      const noted = chief.page.getByRole('button', { name: 'Подписал(а) на бумаге' });
      await expect.poll(() => noted.count(), { timeout: 30_000 }).toBe(left);
      await noted.first().click();
    }
    await chief.page.getByRole('button', { name: 'Утвердить на бумаге' }).click();
    await chief.page.getByRole('button', { name: 'Утвердить на бумаге' }).waitFor({ state: 'detached' });
    await chief.page.getByRole('button', { name: 'Записать срок хранения' }).click();
    await chief.page.getByText('Видеозапись хранится до 16.06.2028').waitFor();
    await chief.close();
  });
}
