import { expect } from 'vitest';
import type { Portal, Walker } from '../support/portal.ts';
import { choose, dayFrom, fill, letterTo, onPhone, press, said, send } from './practice-hands.ts';
import { DAYS, GROUP } from './practice-start.ts';

interface Papers {
  set: { students: { id: string; name: string; birthDate: string | null }[] };
}

/** Legal representatives: one answers by the letter with the birthday, the others signed the sheet. */
export async function askGuardians(
  college: Walker,
  portal: Portal,
  plan: string,
  young: string,
): Promise<void> {
  const { page, read, look } = college;
  await page.reload();
  await press(page, 'Спросить представителей');
  await said(page, /Контакт.берут.из.личного.дела/);
  await look('ask-guardians');
  await press(page, 'Письмом');
  await said(page, /Письм[оа].ушл/);
  const { set } = await read<Papers>(`/practice/plans/${plan}/papers`);
  const student = set.students.find(({ name }) => name === young);
  const birthday = student?.birthDate?.split('-').reverse().join('.') ?? '';
  const token = await letterTo(college, 'young-family@example.org', '/guardian');
  const guardian = await onPhone(portal);
  await guardian.page.goto(`/guardian#${token}`);
  await guardian.page.locator('#field-code').fill('01.01.2001');
  await press(guardian.page, 'Согласен');
  await guardian.page.getByText(/Осталось.9.попыток/).waitFor();
  await guardian.look('guardian-wrong-birthday');
  expect(await guardian.page.locator('body').innerText()).not.toContain(young.split(' ')[0]);
  await guardian.page.locator('#field-code').fill(birthday);
  await press(guardian.page, 'Согласен');
  await guardian.page.getByText(/вы.согласны/).waitFor();
  await guardian.look('guardian-agreed');
  await guardian.close();

  await page.reload();
  await press(page, 'Согласия на бумаге');
  await page.getByLabel(/Отметить.всех/).check();
  await fill(page, { on: dayFrom(-4) });
  await send(page, /Записать согласия/);
}

/** The enterprise names mentors: the young one's by name, the others' shared out; then the briefing. */
export async function receive(plant: Walker, young: string): Promise<void> {
  const { page, open, look } = plant;
  await open('/trainees');
  const mark = (name: string) => page.getByLabel(new RegExp(`^Отметить.${name.replaceAll(' ', '.')}`));
  await mark(young).check();
  await press(page, 'Назначить наставника');
  await choose(page, 'appointmentId', 'Наставников-А');
  await send(page, 'Назначить наставника');
  await choose(page, 'markGroup', GROUP);
  await press(page, 'Разделить между наставниками');
  await said(page, /Разделить.между.наставниками:.24/);
  await page.getByText(/^Наставников-Б/).waitFor();
  await look('trainees-mentors');
  await send(page, 'Назначить наставников');
  await choose(page, 'markGroup', 'никого');
  await choose(page, 'markGroup', GROUP);
  await press(page, 'Отметить инструктаж');
  await fill(page, { on: DAYS.from });
  await send(page, 'Отметить инструктаж');
}

/** The order of the college; all go to the workplace. */
export async function start(college: Walker, plan: string): Promise<void> {
  const { page } = college;
  await page.goto(`/practice/${plan}`);
  await press(page, 'Внести приказ');
  await fill(page, { on: dayFrom(-4) });
  await send(page, 'Внести приказ');
  await press(page, 'Двинуть, у кого всё есть');
  await page.getByText(/Двинулись:.25/).waitFor();
}

/** The student writes every day of the log on the phone, with a photo to the first. */
export async function keepLog(student: Walker): Promise<void> {
  const { page, look, read } = student;
  const left = async () => {
    const { rows } = await read<{ rows: { gaps: string[]; log: { day: string }[] }[] }>('/practice/mine');
    return rows[0] ?? { gaps: [], log: [] };
  };
  await page.goto('/my-practice');
  for (let now = await left(); now.gaps.length > 0; now = await left()) {
    const day = now.gaps[0] ?? '';
    await page
      .locator(`#field-day`)
      .and(page.locator(`[value="${day}"]`))
      .waitFor();
    await page.locator('#field-note').fill('Разметка и опиловка деталей, проверка размеров');
    await press(page, 'Записать день');
    await expect.poll(async () => (await left()).log.some((one) => one.day === day)).toBe(true);
    await page.reload();
  }
  await press(page, /^Фотографии/);
  const photo = await page.screenshot({ type: 'png' });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'деталь.png', mimeType: 'image/png', buffer: photo });
  await page.getByText('деталь.png').first().waitFor();
  await look('log-photo');
}

/** The mentor looks at the log of his trainee and confirms it. */
export async function confirmLog(mentor: Walker, young: string): Promise<void> {
  await mentor.visit('/trainees');
  const confirm = mentor.page
    .locator('tr', { hasText: young })
    .getByRole('button', { name: 'Подтвердить дневник' });
  await confirm.click();
  await confirm.waitFor({ state: 'detached' });
}

/** The mentor appraises his trainee: both parts, and a reference. */
export async function appraise({ page, open, look }: Walker, young: string): Promise<void> {
  await open('/trainees');
  await page.locator('tr', { hasText: young }).getByRole('button', { name: 'Оценить' }).click();
  await page.getByLabel('освоил', { exact: true }).first().waitFor();
  for (const one of await page.getByLabel('освоил', { exact: true }).all()) await one.check();
  for (const one of await page.getByLabel('5', { exact: true }).all()) await one.check();
  await fill(page, { reference: 'Работал старательно. Возьмём после учёбы.' });
  await look('appraisal-form');
  await send(page, 'Отправить лист');
}

/** Papers, marks, the sheet of marks: the rest of the college's way. */
export async function finish(college: Walker, plan: string, young: string): Promise<void> {
  const { page, look } = college;
  await page.goto(`/practice/${plan}`);
  await press(page, 'Бумаги после практики');
  await page.getByLabel(young, { exact: true }).uncheck();
  const day = DAYS.to;
  await fill(page, { reportOn: day, logOn: day, referenceOn: day, appraisalOn: day });
  await page.getByLabel(/обе.части/i).check();
  await look('practice-papers-of-group');
  await send(page, 'Записать бумаги: 24');
  await press(page, young.split(' ').slice(0, 2).join(' '));
  await fill(page, { reportOn: day });
  await send(page, 'Отметить бумаги');
  await press(page, 'Двинуть, у кого всё есть');
  await page
    .getByText(/Поставить.оценку/)
    .first()
    .waitFor();
  await look('practice-board-to-grade');
  await press(page, 'Оценки');
  await page.locator('#field-gradeOfAll').selectOption('4');
  await page.getByLabel(`Оценка, ${young}`).selectOption('5');
  await look('practice-grades');
  await send(page, 'Поставить оценки: 25');
  await page
    .getByText(/Оценка.5/)
    .first()
    .waitFor();
  await page.goto(`/practice/${plan}/papers`);
  await press(page, 'Зарегистрировать');
  await page.locator('#field-kind').selectOption('gradeSheet');
  await page.locator('form').getByRole('button', { name: 'Зарегистрировать' }).click();
  await page.getByText(/Зачётная.ведомость.№/).waitFor();
  await look('practice-papers-registered');
  const download = page.waitForEvent('download');
  await press(page, 'PDF');
  expect((await download).suggestedFilename()).toMatch(/^Зачётная ведомость .+\.pdf$/);
}

/** What became of it: the enterprise wants the student back, who sees the mark on the phone. */
export async function conclude(plant: Walker, student: Walker, young: string): Promise<void> {
  const { page } = plant;
  await page.goto('/trainees');
  const row = page.locator('tr', { hasText: young });
  await row.getByRole('button', { name: 'Что дальше с ним' }).click();
  await page.locator('#field-result').selectOption('offer');
  await fill(page, { on: DAYS.to });
  await send(page, 'Записать итог');
  await student.page.goto('/my-practice');
  await student.page
    .locator('dt', { hasText: 'Оценка' })
    .locator('xpath=following-sibling::dd')
    .first()
    .waitFor();
  await student.look('practice-graded');
}
