import { expect } from 'vitest';
import type { Portal, Walker } from '../support/portal.ts';
import { choose, dayFrom, fill, letterTo, post, press, said, send } from './practice-hands.ts';

export const TITLE = 'Практика группы на заводе';
export const GROUP = '15.02.17-26-1';
/** Short enough to end today: a mark is given on the last day. */
export const DAYS = { from: dayFrom(-3), to: dayFrom(0) };
const SHOP = 'Слесарный участок, цех № 3';
const REPAIR = 'Ремонтный участок, цех № 5';
const PASSWORD = 'Практика-на-заводе-26';

export interface Person {
  id: string;
  name: string;
  birthDate: string | null;
}

/** The enterprise offers two places by the form, and has mentors for a whole group. */
export async function offerPlaces(plant: Walker): Promise<void> {
  const { page, visit, look } = plant;
  await visit('/practice-places');
  for (const [title, capacity] of [
    [SHOP, '30'],
    [REPAIR, '2'],
  ] as const) {
    await press(page, 'Предложить места');
    await fill(page, { title, programmes: '15.02.17', from: DAYS.from, to: dayFrom(60), capacity });
    await page.locator('#field-kinds').selectOption('UP');
    await fill(page, { address: 'проходная № 1', minutesADay: '5', works: 'Слесарные работы, сборка узлов' });
    if (title === SHOP) await look('offer-form');
    await send(page, 'Предложить места');
  }
  await said(page, REPAIR);
}

/** One mentor by the screens, from the register to the order. */
export async function appointMentor(plant: Walker): Promise<void> {
  const { page, visit } = plant;
  await visit('/mentors');
  await press(page, 'Внести наставника');
  await fill(page, {
    'person.surname': 'Наставников-А',
    'person.givenName': 'Пётр',
    'person.patronymic': 'Ильич',
    post: 'слесарь 5 разряда',
    programmes: '15.02.17',
  });
  await send(page, 'Внести в реестр');
  await page
    .getByRole('link', { name: /Наставников-А/ })
    .first()
    .click();
  await press(page, 'Отметить справку');
  await fill(page, { number: '77-1', on: dayFrom(-60) });
  await send(page, 'Отметить справку');
  await press(page, 'Назначить приказом');
  await fill(page, { consentOn: dayFrom(-21), orderNumber: '11-н', orderOn: dayFrom(-20), capacity: '3' });
  await fill(page, { from: dayFrom(-20), to: dayFrom(200), content: 'Слесарные работы' });
  await send(page, 'Назначить наставника');
}

/** The mentor is invited into the portal from the list of people; the other mentors come as a list of the office. */
export async function inviteMentor(plant: Walker): Promise<void> {
  const { page, open } = plant;
  await open('/people');
  await page.locator('tr', { hasText: 'Наставников-А' }).getByRole('button', { name: 'Пригласить' }).click();
  await fill(page, { email: 'mentor-a@example.org' });
  await send(page, 'Отправить приглашение');
  for (let i = 2; i <= 9; i += 1) {
    const { id } = await post<{ id: string }>(page, '/specialists/mentors/save', {
      person: { surname: `Наставников-${'АБВГДЕЖЗИ'[i - 1]}`, givenName: 'Пётр', patronymic: 'Ильич' },
      post: 'слесарь 5 разряда',
      programmes: ['15.02.17'],
    });
    await post(page, `/specialists/mentors/${id}/clearance`, { number: `77-${i}`, on: dayFrom(-60) });
    await post(page, '/specialists/appointments', {
      mentorId: id,
      orderNumber: `1${i}-н`,
      orderOn: dayFrom(-20),
      legalBasis: 'practice',
      consentOn: dayFrom(-21),
      content: 'Слесарные работы',
      payForm: 'none',
      capacity: 3,
      from: dayFrom(-20),
      to: dayFrom(200),
    });
  }
}

/** An agreement for these days: written by the college, signed on paper by both. */
export async function signAgreement(college: Walker, plant: Walker): Promise<void> {
  const session = await plant.read<{ assignment: { organisation: { name: string } } }>('/session');
  const { name } = session.assignment.organisation;
  const { page, open, look } = college;
  await open('/agreements/new');
  await fill(page, {
    number: 'П-25',
    subject: 'Практика группы на заводе',
    from: dayFrom(-10),
    to: dayFrom(300),
  });
  await fill(page, { 'parties.1.search': name.slice(0, 20) });
  await choose(page, 'parties.1.organisationId', name);
  await press(page, 'Сохранить соглашение');
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}/);
  await press(page, 'Предложить сторонам');
  const sign = async (walker: Walker) => {
    await press(walker.page, 'Записать подпись');
    await fill(walker.page, { signatory: 'Директоров П. И.', authority: 'устав', signedOn: dayFrom(0) });
    await walker.page.getByLabel('Подписанный оригинал получен').check();
    await send(walker.page, 'Записать подпись');
  };
  await sign(college);
  await plant.open(new URL(page.url()).pathname);
  await sign(plant);
  await page.reload();
  await page.getByText('подпись есть').nth(1).waitFor();
  await look('agreement-signed');
}

/** The practice in the year plan of the college, approved. */
export async function writePlan(college: Walker): Promise<string> {
  const { page, visit, look, read } = college;
  await visit('/practice');
  await press(page, 'Записать практику');
  await choose(page, 'groupId', GROUP);
  await page.locator('#field-kind').selectOption('UP');
  await page.locator('#field-heldAt').selectOption('enterprise');
  await fill(page, { moduleCode: 'УП.01', title: TITLE, ...DAYS, academicHours: '6' });
  await fill(page, { competences: 'ПК 1.1, ПК 1.2' });
  await look('practice-plan-form');
  await send(page, 'Записать практику');
  await page.locator('tr', { hasText: TITLE }).first().waitFor();
  const { rows } = await read<{ rows: { id: string; title: string; students: number }[] }>('/practice/plans');
  const plan = rows.find(({ title }) => title === TITLE);
  expect(plan?.students).toBe(25);
  await press(page, /Утвердить без накладок/);
  await page.getByRole('button', { name: /Утвердить без накладок/ }).waitFor({ state: 'detached' });
  return plan?.id ?? '';
}

/** From the personal files: homes, representatives; then the way into the portal for one student under 18. */
export async function prepareGroup(college: Walker, plan: string): Promise<Person & { email: string }> {
  const { page, read, look } = college;
  await page.goto(`/practice/${plan}`);
  const { rows } = await read<{ rows: { personId: string; name: string; minor: boolean }[] }>(
    `/practice/plans/${plan}/board`,
  );
  const young = rows.find(({ minor }) => minor);
  if (!young) throw new Error('nobody is under 18');
  await press(page, 'Личные дела');
  await page
    .getByLabel(/^Где живёт, /)
    .first()
    .waitFor();
  const { rows: offers } = await read<{ rows: { title: string; municipalityId: string }[] }>(
    '/practice/offers',
  );
  const home = offers.find(({ title }) => title === SHOP)?.municipalityId ?? '';
  await page.locator('#field-homeOfAll').locator(`option[value="${home}"]`).waitFor({ state: 'attached' });
  await page.locator('#field-homeOfAll').selectOption(home);
  // one lives elsewhere, and will be asked about leaving home
  const own = page.getByLabel(`Где живёт, ${young.name}`);
  const places = await own
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await own.selectOption(places.find((id) => id !== '' && id !== home) ?? '');
  let n = 0;
  for (const field of await page.getByLabel(/^Законный представитель, /).all())
    await field.fill('Родителева Анна Петровна');
  for (const field of await page.getByLabel(/^Почта или телефон, /).all())
    await field.fill(`family${++n}@example.org`);
  await page.getByLabel(`Почта или телефон, ${young.name}`).fill('young-family@example.org');
  await look('practice-personal-files');
  await send(page, 'Записать личные дела');

  const email = 'young@example.org';
  await press(page, 'Вход студентов');
  await page.getByLabel(`Почта студента, ${young.name}`).fill(email);
  await look('practice-sign-ins');
  await send(page, /Отправить приглашения/);
  return { id: young.personId, name: young.name, birthDate: null, email };
}

/** Somebody invited follows the letter, sets a password and comes in. */
export async function enterByLetter(portal: Portal, mail: Walker, email: string): Promise<Walker> {
  const walker = await portal.as(null);
  const { page } = walker;
  await page.goto(`/invitation#${await letterTo(mail, email, '/invitation')}`);
  await fill(page, { password: PASSWORD });
  await press(page, 'Открыть доступ');
  await page.getByRole('link', { name: 'Войти' }).click();
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('form').getByRole('button', { name: 'Войти' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return walker;
}

interface Offer {
  organisationId: string;
  restricted: boolean;
}

/** The staff office of an enterprise whose places everybody may see: appointed by the administrator, invited by letter. */
export async function enterAsPlant(portal: Portal, centre: Walker): Promise<Walker> {
  const admin = await portal.as('admin');
  const { rows } = await centre.read<{ rows: Offer[] }>('/practice/offers');
  await admin.page.goto('/tasks');
  await post(admin.page, '/registry/assignments/appoint', {
    person: { surname: 'Кадрова', givenName: 'Ольга', patronymic: 'Ильинична' },
    email: 'staff-office@example.org',
    role: 'enterprise_hr',
    from: dayFrom(-1),
    ground: 'приказ 5-к',
    organisationId: rows.find(({ restricted }) => !restricted)?.organisationId,
  });
  const plant = await enterByLetter(portal, admin, 'staff-office@example.org');
  await admin.close();
  return plant;
}

/** The placement centre leads the round step by step; the student ranks the places on the phone in between. */
export async function distribute(centre: Walker, student: Walker): Promise<void> {
  const { page, visit, look } = centre;
  await visit('/rounds');
  await press(page, 'Открыть распределение');
  await fill(page, { title: 'Практика первого курса', ...DAYS, freezesAt: dayFrom(1), answerBy: dayFrom(2) });
  await said(page, new RegExp(`${GROUP}: 25`));
  await look('round-open');
  await page.locator('form').getByRole('button', { name: 'Открыть распределение' }).click();
  await page.waitForURL(/\/rounds\/[0-9a-f-]{36}/);
  await press(page, 'Начать выбор мест');
  await page.getByRole('button', { name: 'Заморозить списки' }).waitFor();

  const phone = student.page;
  await phone.goto('/my-rounds');
  for (let i = 0; i < 2; i += 1)
    await phone
      .getByRole('button', { name: /^Добавить в список/ })
      .first()
      .click();
  await phone.getByText(REPAIR).first().waitFor();
  await phone.getByLabel(/Я.согласен.участвовать/).check();
  await student.look('ranks');
  await press(phone, 'Отправить');
  await said(phone, /отправлено/);

  await press(page, 'Заморозить списки');
  await press(page, 'Провести жеребьёвку');
  await page.locator('form').getByRole('button', { name: 'Провести жеребьёвку' }).click();
  await page.getByRole('button', { name: 'Опубликовать' }).waitFor();
  await press(page, 'Опубликовать');
  await page.getByRole('button', { name: 'Посмотреть поправку' }).waitFor();
  await look('round-published');

  await phone.goto('/my-rounds');
  await said(phone, /Ваше.место,.1-е.в.вашем.списке/);
  await said(phone, /Почему.так/);
  await student.look('result');
  await press(phone, 'Беру это место');
  await said(phone, /Вы.взяли.это.место/);
}

/** Away from home is the student's own decision, answered on the phone. */
export async function agreeToLeave({ page }: Walker): Promise<void> {
  await page.goto('/my-practice');
  await press(page, 'Поеду');
  await page.getByRole('button', { name: 'Поеду', exact: true }).waitFor({ state: 'detached' });
}

/** The college places the others of the group by name, all at once. */
export async function placeOthers(college: Walker, plan: string): Promise<void> {
  const { page } = college;
  await page.goto(`/practice/${plan}`);
  await press(page, 'Подобрать места: 24');
  await choose(page, 'offerId', SHOP);
  await press(page, 'Занять мест: 24');
  await page.getByRole('button', { name: 'Занять мест: 24' }).waitFor({ state: 'detached' });
  await said(page, /не.хватает.бумаг/);
}
