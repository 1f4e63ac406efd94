import { expect, test } from 'vitest';
import { Course } from '../../src/modules/exams/testing/course.test.kit.ts';
import { AT, DAY, examWorld } from '../../src/modules/exams/testing/exam-world.test.kit.ts';
import { type Device, type ExamRegion, PHONE } from '../support/exam-region.ts';

/** An exam of another college marked on paper: a draw by slips, a failure of the site, two people who type. */
export function examPaperWalk(region: () => ExamRegion): void {
  let exam: Course;
  const path = () => `/exams/${exam.id}`;

  test('a draw held with slips of paper is written down as it came out', async () => {
    const { world, clock, account, device } = region();
    await clock('2027-03-01T09:00:00Z');
    exam = new Course(world, await examWorld(world));
    await exam.plan({ students: 2, source: 'paper' });
    await exam.seat();
    await exam.confirm();
    await clock(AT.announced);
    await exam.call('announceSession', {}, exam.w.deputy);
    await clock(AT.before);
    await exam.call('noteCheck', { number: 'ПП-2' });
    await exam.call('giveTask', {});
    await account(exam.chief.personId, 'expert', exam.w.host);
    await account(exam.w.board.chair, 'board_chair', exam.w.college);
    const chief = await device(exam.chief.personId);
    await chief.visit(path());
    await chief.page.getByRole('button', { name: 'Записать жеребьёвку с бумаги' }).click();
    await chief.page.getByLabel('Студентов1 П. И., номер места').fill('2');
    await chief.page.getByLabel('Студентов2 П. И., номер места').fill('2');
    await chief.page.getByLabel('Кто присутствовал').fill('Техников, Свидетелев');
    await chief.page.getByRole('button', { name: 'Записать жеребьёвку', exact: true }).click();
    // two at one place: refused in words, and nothing typed is lost
    await chief.page.getByRole('alert').first().waitFor();
    await chief.look('hand-draw');
    await chief.page.getByLabel('Студентов2 П. И., номер места').fill('1');
    await chief.page.getByRole('button', { name: 'Записать жеребьёвку', exact: true }).click();
    await chief.page.getByText('Жеребьёвка проведена на бумаге и записана').waitFor();
    const { people, draw } = await exam.card();
    expect(people.map(({ name, workplace }) => [name, workplace]).sort()).toEqual([
      ['Студентов1 П. И.', 2],
      ['Студентов2 П. И.', 1],
    ]);
    expect(draw?.method).toBe('hand');
    await chief.page.getByRole('button', { name: 'Все подписали' }).click();
    await chief.page.getByText('Инструктаж подписали все').waitFor();
    await chief.page.getByRole('button', { name: 'Закончить подготовку' }).click();
    await chief.page.getByText('подготовлен', { exact: true }).waitFor();
    await chief.close();
  });

  test('the site fails: the exam stands still, the board settles it, the exam goes on', async () => {
    const { clock, device } = region();
    await clock(AT.day);
    await exam.start();
    const chief = await device(exam.chief.personId, { size: PHONE });
    await chief.visit(path());
    await chief.page.getByLabel('Что случилось').fill('В цехе погас свет');
    await chief.page.getByRole('button', { name: 'Записать происшествие' }).click();
    await chief.page.getByRole('heading', { name: 'Происшествия' }).waitFor();
    await chief.page.getByLabel('Что случилось').fill('Ждём электрика');
    await chief.page.getByRole('button', { name: 'Остановить экзамен' }).last().click();
    await chief.page.getByText('Экзамен остановлен. Поставленные оценки целы.').waitFor();
    await chief.look('stopped');
    await chief.page.getByRole('button', { name: 'Продолжить экзамен' }).first().click();
    await chief.page.getByText('идёт', { exact: true }).waitFor();
    await chief.close();
    const chair = await device(exam.w.board.chair);
    await chair.visit(path());
    await chair.page.getByText('В цехе погас свет').first().waitFor();
    // what was written down, and the stop itself: each waits for the board's word
    const settled = new Map([
      ['В цехе погас свет', 'Время продлили на 20 минут, результаты в силе'],
      ['Ждём электрика', 'Остановка обоснована'],
    ]);
    for (const [what, decision] of settled) {
      const incident = chair.page.getByRole('listitem').filter({ hasText: what });
      await incident.getByLabel('Решение ГЭК').fill(decision);
      await chair.look('incident');
      await incident.getByRole('button', { name: 'Решить', exact: true }).click();
      await incident.getByLabel('Решение ГЭК').waitFor({ state: 'detached' });
    }
    await chair.close();
    const { incidentList } = await exam.card();
    expect(incidentList.map(({ decision }) => decision).sort()).toEqual([...settled.values()].sort());
  });

  test('two people type the paper protocol, each alone; what differs is shown to both, then the marks are closed', async () => {
    const { w, account, clock, device } = region();
    const typists = [await w.person('Печатин'), await w.person('Печатников')] as const;
    for (const personId of typists) await account(personId, 'exam_operator_coordinator');
    await clock(AT.end);
    const { people } = await exam.card();
    await exam.call('noteTimes', {
      examineeIds: people.map(({ id }) => id),
      startedAt: AT.day,
      endedAt: `${DAY}T10:30:00.000Z`,
    });
    const [one, two] = (await Promise.all(typists.map((personId) => device(personId)))) as [Device, Device];
    const cell = ({ page }: Device, name: string, code: string) =>
      page.getByLabel(new RegExp(`^${name} П. И., ${code}\\.`));
    const type = async (at: Device, points: readonly (readonly [string, string, string])[]) => {
      for (const [name, code, value] of points) await cell(at, name, code).fill(value);
      await at.page.getByRole('button', { name: 'Сохранить мой ввод' }).click();
      await at.page.getByText('Ваш ввод сохранён.').waitFor();
    };
    const protocol = [
      ['Студентов1', 'А', '30'],
      ['Студентов1', 'Б', '10,5'],
      ['Студентов2', 'А', '0'],
      ['Студентов2', 'Б', '5'],
    ] as const;
    await one.visit(`${path()}/paper`);
    await cell(one, 'Студентов1', 'А').fill('31');
    await one.page.getByText('Баллы числом, не больше 30').first().waitFor();
    await type(one, protocol);
    await two.visit(`${path()}/paper`);
    await two.page.getByText('Другой человек уже ввёл').waitFor();
    // what the first has typed is not to be seen
    expect(await cell(two, 'Студентов1', 'А').inputValue()).toBe('');
    await type(two, [...protocol.slice(0, 1), ['Студентов1', 'Б', '10,05'], ...protocol.slice(2)]);
    await two.page.getByText('у вас 10,05, у другого 10,50').waitFor();
    await two.look('paper-differs');
    await clock(`${DAY}T12:05:00Z`);
    await type(two, [['Студентов1', 'Б', '10,5']]);
    await two.page.getByText('Двое ввели одинаково').waitFor();
    await Promise.all([one.close(), two.close()]);
    await exam.move('mark');
    expect((await exam.card()).people.map(({ points }) => points).sort()).toEqual([4050, 500]);
  });
}
