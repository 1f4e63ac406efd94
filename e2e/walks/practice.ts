import { expect, test } from 'vitest';
import type { Portal, Walker } from '../support/portal.ts';
import {
  appraise,
  askGuardians,
  conclude,
  confirmLog,
  finish,
  keepLog,
  receive,
  start,
} from './practice-course.ts';
import { fill, press } from './practice-hands.ts';
import {
  agreeToLeave,
  appointMentor,
  DAYS,
  distribute,
  enterAsPlant,
  enterByLetter,
  inviteMentor,
  offerPlaces,
  placeOthers,
  prepareGroup,
  signAgreement,
  writePlan,
} from './practice-start.ts';

/** Papers of a pasted list on the first day: no group, no plan, no plant on record. */
async function firstDay(college: Walker): Promise<void> {
  const { page, visit } = college;
  await visit('/practice-papers');
  await fill(page, {
    group: 'ТК-26',
    code: '15.01.05',
    programme: 'Сварщик',
    hostFull: 'АО «Новый завод»',
    ...DAYS,
  });
  await page.locator('#field-list').fill('1. Иванов Пётр Ильич 05.03.2009\n2. Гусева Мария Петровна\nКим');
  await page.getByText(/Прочитано.3.студента, до.18.лет.на.первый.день.1/).waitFor();
  await page.getByText(/Нужны.фамилия.и.имя/).waitFor();
  for (const name of ['Договор с приложениями', 'Дневники', 'Отчёты', 'Word для правки'])
    await page.getByLabel(name).uncheck();
  const download = page.waitForEvent('download');
  await press(page, 'Скачать бумаги');
  expect((await download).suggestedFilename()).toBe('Бумаги ТК-26, АО «Новый завод».zip');
}

/** One group of 25 from the year plan to the mark, each person by the own screens. */
export async function practiceCourse(portal: Portal): Promise<void> {
  const [college, centre] = await Promise.all([portal.as('college'), portal.as('placement')]);
  const plant = await enterAsPlant(portal, centre);
  await offerPlaces(plant);
  await appointMentor(plant);
  await inviteMentor(plant);
  const mentor = await enterByLetter(portal, college, 'mentor-a@example.org');
  await signAgreement(college, plant);
  const plan = await writePlan(college);
  const young = await prepareGroup(college, plan);
  const student = await enterByLetter(portal, college, young.email);
  await distribute(centre, student);
  await agreeToLeave(student);
  await placeOthers(college, plan);
  await askGuardians(college, portal, plan, young.name);
  await receive(plant, young.name);
  await start(college, plan);
  await keepLog(student);
  await confirmLog(mentor, young.name);
  await appraise(mentor, young.name);
  await finish(college, plan, young.name);
  await conclude(plant, student, young.name);
  await Promise.all([college, plant, centre, mentor, student].map((walker) => walker.close()));
}

export function practiceWalk(portal: () => Portal): void {
  // the longest walk of all: nine people, 25 students; on a busy machine it may take its time
  test('practice: one group of 25 from the year plan to the mark, each by the own screens', {
    timeout: 600_000,
  }, async () => {
    await practiceCourse(portal());
  });

  test('practice: papers of a pasted list on the first day', async () => {
    const college = await portal().as('college');
    await firstDay(college);
    await college.close();
  });
}
