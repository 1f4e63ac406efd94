import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Portal, Walker } from '../support/portal.ts';

const TITLE = 'Практика группы на заводе';
/** A day of the region, so many days from today. */
const dayFrom = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Moscow' });
/** Short enough to end today: a mark is given on the last day. */
const DAYS = { from: dayFrom(-3), to: dayFrom(0) };

interface Papers {
  set: { students: { id: string; name: string; birthDate: string | null }[] };
}

/** A command sent as the page itself sends it: what a hundred presses of one button would do. */
async function post<T = unknown>(page: Page, path: string, body: object): Promise<T> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(`/api${path}`, { data: body, headers: { origin } });
  const text = await answer.text();
  expect(answer.status(), `${path} ${text.slice(0, 300)}`).toBe(200);
  return (JSON.parse(text) as { data: T }).data;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const fill = async (page: Page, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`#field-${name}`).fill(value);
};

/** The plant: places for the whole group, and as many mentors as the limit of trainees asks for. */
async function preparePlant(plant: Walker, programme: string): Promise<string[]> {
  const { page } = plant;
  await post(page, '/practice/offers/save', {
    ...{ title: 'Слесарный участок, цех № 3', programmes: [programme], kinds: ['UP', 'PP'] },
    ...{
      from: DAYS.from,
      to: dayFrom(60),
      capacity: 30,
      address: 'проходная № 1',
      minutesADay: 300,
      daysAWeek: 5,
    },
    works: 'Слесарные работы, сборка узлов',
  });
  const orders: string[] = [];
  for (let i = 1; i <= 9; i += 1) {
    const { id } = await post<{ id: string }>(page, '/specialists/mentors/save', {
      person: { surname: `Наставников-${'АБВГДЕЖЗИ'[i - 1]}`, givenName: 'Пётр', patronymic: 'Ильич' },
      ...{ post: 'слесарь 5 разряда', programmes: [programme] },
    });
    await post(page, `/specialists/mentors/${id}/clearance`, { number: `77-${i}`, on: dayFrom(-60) });
    const order = await post<{ id: string }>(page, '/specialists/appointments', {
      ...{ mentorId: id, orderNumber: `1${i}-н`, orderOn: dayFrom(-20), legalBasis: 'practice' },
      ...{ consentOn: dayFrom(-21), content: 'Слесарные работы', payForm: 'none', capacity: 3 },
      ...{ from: dayFrom(-20), to: dayFrom(200) },
    });
    orders.push(order.id);
  }
  return orders;
}

/** The college writes the practice into the year plan, approves it and places the whole group. */
async function planAndPlace(college: Walker): Promise<string> {
  const { page, visit, look, read } = college;
  await visit('/practice');
  await press(page, 'Записать практику');
  const group = page.locator('#field-groupId');
  await group.locator('option', { hasText: '15.02.17-26-1' }).waitFor({ state: 'attached' });
  await group.selectOption({
    label: (await group.locator('option', { hasText: '15.02.17-26-1' }).textContent()) ?? '',
  });
  await page.locator('#field-kind').selectOption('UP');
  await page.locator('#field-heldAt').selectOption('enterprise');
  await fill(page, {
    moduleCode: 'УП.01',
    title: TITLE,
    ...DAYS,
    academicHours: '6',
    competences: 'ПК 1.1, ПК 1.2',
  });
  await look('practice-plan-form');
  await press(page, 'Записать практику');
  await page.locator('tr', { hasText: TITLE }).first().waitFor();
  const { rows } = await read<{ rows: { id: string; title: string; students: number }[] }>('/practice/plans');
  const plan = rows.find(({ title }) => title === TITLE);
  expect(plan?.students).toBe(25);
  const id = plan?.id ?? '';
  await press(page, /Утвердить без накладок/);
  await page.goto(`/practice/${id}`);
  await press(page, 'Подобрать места: 25');
  const offer = page.locator('#field-offerId');
  await offer.locator('option', { hasText: 'Слесарный участок' }).waitFor({ state: 'attached' });
  await offer.selectOption({
    label: (await offer.locator('option', { hasText: 'Слесарный участок' }).textContent()) ?? '',
  });
  await press(page, 'Занять мест: 25');
  await page
    .getByText(/не.хватает.бумаг/)
    .first()
    .waitFor();
  await look('practice-board-placed');
  return id;
}

/** Legal representatives: one answers by the link with the birthday, the others sign the sheet. */
async function consents(college: Walker, portal: Portal, plan: string): Promise<Papers['set']['students']> {
  const { page, read, look } = college;
  const { set } = await read<Papers>(`/practice/plans/${plan}/papers`);
  const adultBorn = `${Number(DAYS.from.slice(0, 4)) - 18}${DAYS.from.slice(4)}`;
  const minors = set.students.filter(({ birthDate }) => birthDate && birthDate > adultBorn);
  const [first, ...others] = minors;
  expect(minors.length).toBeGreaterThan(20);
  if (!first?.birthDate) throw new Error('nobody is under 18');
  const { links } = await post<{ links: { address: string }[] }>(page, '/practice/guardians/ask', {
    ids: [first.id],
    how: 'sheet',
  });
  const guardian = await portal.as(null);
  await guardian.page.goto(`/guardian#${links[0]?.address.split('#')[1]}`);
  await guardian.page.locator('#field-code').fill('01.01.2001');
  await press(guardian.page, 'Согласен');
  await guardian.page.getByText(/Осталось.9.попыток/).waitFor();
  await guardian.look('guardian-wrong-birthday');
  expect(await guardian.page.locator('main, body').first().innerText()).not.toContain(
    first.name.split(' ')[0],
  );
  await guardian.page.locator('#field-code').fill(first.birthDate.split('-').reverse().join('.'));
  await press(guardian.page, 'Согласен');
  await guardian.page.getByText(/вы.согласны/).waitFor();
  await guardian.look('guardian-agreed');
  await guardian.close();
  for (const { id } of others)
    await post(page, `/practice/placements/${id}/consent`, {
      ...{
        id,
        kind: 'guardian',
        answer: 'given',
        by: 'Законный представитель',
        on: dayFrom(-4),
        original: true,
      },
    });
  await page.reload();
  await page
    .getByText(/не.хватает.бумаг/)
    .first()
    .waitFor();
  await look('practice-board-consents');
  return set.students;
}

/** The plant names mentors and holds the briefing. */
async function receive(plant: Walker, ids: string[], orders: string[]): Promise<void> {
  const { page, visit, look } = plant;
  await visit('/trainees');
  for (let i = 3; i < ids.length; i += 3)
    await post(page, '/practice/placements/mentor', {
      ids: ids.slice(i, i + 3),
      appointmentId: orders[i / 3],
    });
  await page.reload();
  const rows = page.locator('tr', { hasText: 'Слесарный участок' });
  await rows.first().waitFor();
  const bare = rows.filter({ hasText: 'пока нет' });
  const count = await bare.count();
  for (let i = 0; i < count; i += 1) await bare.nth(i).locator('input[type=checkbox]').check();
  await press(page, 'Назначить наставника');
  const choice = page.locator('#field-appointmentId');
  await choice.locator('option').nth(1).waitFor({ state: 'attached' });
  await choice.selectOption({
    label: (await choice.locator('option', { hasText: 'Наставников-А' }).textContent()) ?? '',
  });
  await look('trainees-mentor');
  await page.locator('form').getByRole('button', { name: 'Назначить наставника' }).click();
  await page.locator('#field-appointmentId').waitFor({ state: 'detached' });
  await post(page, '/practice/placements/briefing', { ids, on: DAYS.from });
}

/** Order, start, papers, appraisal, mark: the rest of the college's way. */
async function finish(college: Walker, plan: string, students: Papers['set']['students']): Promise<void> {
  const { page, look } = college;
  await page.goto(`/practice/${plan}`);
  await press(page, 'Внести приказ');
  await page.locator('#field-on').fill(dayFrom(-4));
  await page.locator('form').getByRole('button', { name: 'Внести приказ' }).click();
  await page.locator('#field-number').waitFor({ state: 'detached' });
  await press(page, 'Двинуть, у кого всё есть');
  await page.getByText(/Двинулись:.25/).waitFor();
  for (const { id } of students)
    await post(page, `/practice/placements/${id}/papers`, {
      ...{ id, logOn: DAYS.to, reportOn: DAYS.to, referenceOn: DAYS.to },
      appraisal: { on: DAYS.to, positive: true, bothParts: true },
    });
  await press(page, 'Двинуть, у кого всё есть');
  await page
    .getByText(/Поставить.оценку/)
    .first()
    .waitFor();
  await look('practice-board-to-grade');
  const [first, ...others] = students;
  await page
    .getByRole('button', { name: first?.name.split(' ').slice(0, 2).join(' ') ?? '' })
    .first()
    .click();
  await press(page, 'Поставить оценку');
  await page
    .getByText(/Оценка.5/)
    .first()
    .waitFor();
  for (const { id } of others) await post(page, `/practice/placements/${id}/grade`, { id, grade: 4 });
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

/** One group of 25 from the year plan to the mark, as everybody who takes part in it. */
export async function practiceCourse(portal: Portal): Promise<void> {
  const [college, plant] = await Promise.all([portal.as('college'), portal.as('plant')]);
  await Promise.all([college.page.goto('/tasks'), plant.page.goto('/tasks')]);
  const orders = await preparePlant(plant, '15.02.17');
  const plan = await planAndPlace(college);
  const before = await college.read<{ rows: { personId: string; placementId: string }[] }>(
    `/practice/plans/${plan}/board`,
  );
  const offer = await plant.read<{ rows: { title: string; municipalityId: string | null }[] }>(
    '/practice/offers',
  );
  const homeId = offer.rows.find(({ title }) => title.startsWith('Слесарный'))?.municipalityId ?? null;
  for (const { personId } of before.rows)
    await post(college.page, `/practice/trainees/${personId}`, {
      ...{ personId, homeId, guardianName: 'Законный Представитель', guardianContact: 'family@example.org' },
    });
  const students = await consents(college, portal, plan);
  await receive(
    plant,
    students.map(({ id }) => id),
    orders,
  );
  await finish(college, plan, students);
  await firstDay(college);
  await Promise.all([college.close(), plant.close()]);
}

export function practiceWalk(portal: () => Portal): void {
  test('practice: one group of 25 from the year plan to the mark, with its papers', async () => {
    await practiceCourse(portal());
  });

  test('practice: a mentor sees his own trainees, a student the own practice, the centre the rounds', async () => {
    const mentor = await portal().as('mentor');
    await mentor.visit('/trainees');
    expect(await mentor.page.locator('main').innerText()).not.toContain('Слесарный участок');
    await mentor.close();
    const student = await portal().as('student');
    await student.visit('/my-practice');
    await student.close();
    const centre = await portal().as('placement');
    await centre.visit('/practice');
    await centre.close();
  });
}
