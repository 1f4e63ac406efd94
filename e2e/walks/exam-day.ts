import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Course } from '../../src/modules/exams/testing/course.test.kit.ts';
import { AT, DAY } from '../../src/modules/exams/testing/exam-world.test.kit.ts';
import { type Device, type ExamRegion, TABLET } from '../support/exam-region.ts';

/** What the tablet keeps of the exam in IndexedDB: the number of records. */
const keptOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open('rostok-exam', 1);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const counting = request.result.transaction('exams').objectStore('exams').count();
          counting.onsuccess = () => {
            request.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
export const place = (page: Page, number: number) =>
  page.getByRole('button', { name: new RegExp(`^Место ${number}\\b`) });
export const criterion = (page: Page, code: string) =>
  page.getByRole('navigation', { name: 'Критерии' }).getByRole('button', { name: new RegExp(`^${code}`) });

/** Everything of one workplace by taps: the whole measurement, five steps of depth, and a judgement. */
export async function markPlace(page: Page, number: number, judged: number): Promise<void> {
  await place(page, number).click();
  await criterion(page, 'А').click();
  await page.getByRole('button', { name: 'Катет 5 ± 1 мм: Да, 30,00' }).click();
  await criterion(page, 'Б').click();
  const deeper = page.getByRole('button', { name: 'Больше: Глубина подреза' });
  await deeper.click();
  await deeper.click();
  await page.getByRole('button', { name: new RegExp(`^Равномерность чешуек: ${judged}`) }).click();
}

/** The day of an exam: the chief's page, three tablets of three experts, one without network for two hours. */
export function examDayWalk(region: () => ExamRegion, course: () => Course): void {
  let tablets: Device[] = [];
  let chief: Device;

  test('morning: the chief notes who came by a document, and begins', async () => {
    const { clock, device } = region();
    await clock(AT.day);
    chief = await device(course().chief.personId);
    await chief.visit(`/exams/${course().id}`);
    for (let left = 2; left > 0; left -= 1) {
      await chief.page.getByRole('button', { name: 'Пришёл, документ проверен' }).first().click();
      await expect
        .poll(() => chief.page.getByRole('button', { name: 'Пришёл, документ проверен' }).count(), {
          timeout: 30_000,
        })
        .toBe(left - 1);
    }
    await chief.page.getByRole('button', { name: 'Начать экзамен' }).click();
    await chief.page.getByRole('button', { name: 'Все начали работу' }).click();
    await chief.page.getByText('Начало записано').waitFor();
  });

  test('three tablets mark; one loses its network for two hours, is opened again without it, and nothing is lost', async () => {
    const { clock, device } = region();
    const path = `/exams/${course().id}/marking`;
    tablets = await Promise.all(
      course().line.map(({ personId }, i) => device(personId, { size: TABLET, wrongHours: i === 2 ? 1 : 0 })),
    );
    const [one, two, three] = tablets as [Device, Device, Device];
    for (const { page } of tablets) {
      await page.goto(path);
      await page.getByText('откроется и без сети').waitFor();
    }
    await three.page.getByText('Часы планшета расходятся с сервером на 60 минут').waitFor();

    await one.offline(true);
    await markPlace(one.page, 1, 2);
    await one.page.getByText('Нет сети с 09:').waitFor();
    await one.look('tablet-offline');
    // the page is closed and opened again: there is still no network
    await one.page.reload();
    await one.page.getByText('4 оценки ждут отправки').first().waitFor();
    await markPlace(one.page, 2, 3);
    await one.page.getByText('8 оценок ждут отправки').first().waitFor();

    // meanwhile the others see their own marks and nobody else's of the first tablet
    await markPlace(two.page, 1, 2);
    await markPlace(three.page, 1, 2);
    const own = async (mine: boolean) =>
      (await course().sheet()).marks.filter(
        ({ personId }) => (personId === course().line[0]?.personId) === mine,
      );
    await expect.poll(async () => (await own(false)).length, { timeout: 30_000 }).toBe(6);
    const others = await own(false);
    expect(await own(true)).toEqual([]);

    await clock(`${DAY}T08:00:00Z`);
    await one.offline(false);
    await one.page.getByText('всё отправлено').waitFor();
    expect(await own(true)).toHaveLength(6);
    expect(await own(false)).toEqual(others);
  });

  test('judges two apart are told at once and cannot sign; a talk and a new mark mend it', async () => {
    const [one, two, three] = tablets as [Device, Device, Device];
    await markPlace(two.page, 2, 1);
    await two.page.getByText('Разошлись на 2').waitFor();
    await two.look('tablet-apart');
    await two.page.getByRole('button', { name: /^Равномерность чешуек: 2/ }).click();
    await two.page.getByText('Разошлись на 2').waitFor({ state: 'detached' });
    await markPlace(three.page, 2, 2);
    for (const { page } of [one, two, three])
      for (const number of [1, 2]) {
        await place(page, number).click();
        await page
          .getByRole('button', { name: `Подписать место ${number}` })
          .and(page.locator(':not([aria-disabled])'))
          .click();
        await page.getByText('Вы уже подписали это место').waitFor();
      }
  });

  test('after the lock nothing stays on the tablets', async () => {
    await chief.visit(`/exams/${course().id}`);
    await chief.page.getByRole('button', { name: 'Все закончили работу' }).click();
    await chief.page.getByText('Конец записан').waitFor();
    await chief.page.getByRole('button', { name: 'Закрыть оценки' }).click();
    await chief.page.getByRole('heading', { name: /^Протокол / }).waitFor();
    for (const { page } of tablets) {
      await page.getByText('На этом планшете ничего не осталось').waitFor();
      expect(await keptOn(page)).toBe(0);
      expect(await page.evaluate(() => caches.keys())).toEqual([]);
    }
    await (tablets[0] as Device).look('tablet-over');
    await Promise.all(tablets.map((tablet) => tablet.close()));
    await chief.close();
  });
}
