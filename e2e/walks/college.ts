import { expect, test } from 'vitest';
import { writeSheet } from '../../src/platform/sheets/index.ts';
import { follow } from '../support/look.ts';
import type { Portal } from '../support/portal.ts';

interface Programme {
  id: string;
  code: string;
  base: number;
}
const HEAD = [
  'ФИО',
  'Дата рождения',
  'Группа',
  'Курс',
  'Код специальности',
  'Форма финансирования',
  'Дата зачисления',
  'Номер личного дела',
];

/** A workbook as a college's own system gives it: one student of a new group, one row without a birth date. */
const contingent = (code: string) =>
  writeSheet(
    {
      tables: [
        {
          name: 'Контингент',
          columns: HEAD.map((title) => ({ title, kind: 'text' as const })),
          rows: [
            ['Обходова Дарья Ильинична', '05.03.2010', 'ОБХ-26', '1', code, 'бюджет', '01.09.2026', 'ОБХ-1'],
            ['Безгодов Лев', '31.02.2010', 'ОБХ-26', '1', code, 'бюджет', '01.09.2026', 'ОБХ-2'],
          ],
        },
      ],
      yes: 'да',
      no: 'нет',
    },
    { format: 'xlsx' },
  );

/** The college's own work: what it teaches, its groups, its list of students out of its own system. */
export function collegeWalk(portal: () => Portal): void {
  test('the college: its programmes, its groups, and a list of students taken in from its own workbook', async () => {
    const { page, visit, look, read, close } = await portal().as('college');
    await visit('/programmes');
    await follow(page, page.locator('tbody a').first());
    expect(page.url()).toMatch(/\/programmes\/[0-9a-f-]{36}/);
    await look('programme');

    const { rows } = await read<{ rows: Programme[] }>('/programmes/programmes');
    // a code taught on one base only: the file names no base
    const own = rows.find(({ code }) => rows.filter((one) => one.code === code).length === 1);
    await visit('/college-files/contingent');
    const bytes = await contingent(own?.code ?? '');
    const bring = async () => {
      await page.setInputFiles('input[type=file]', {
        name: 'контингент.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(bytes),
      });
    };
    await bring();
    await page.getByText(/Будет\sдобавлено\s1/).waitFor();
    // what is wrong is said by its cell
    expect(await page.locator('main').innerText()).toMatch(/B3/);
    await look('contingent-read');
    await page.selectOption('[name=mode]', 'good');
    await page.getByRole('button', { name: 'Записать' }).click();
    await page.getByText(/Записано: добавлено\s1/).waitFor();
    // a second upload of the same file adds nobody
    await page.reload();
    await bring();
    await page.getByText(/Будет\sдобавлено\s0, изменено\s0, останется\sкак\sесть\s1/).waitFor();

    await visit('/groups');
    await follow(page, page.getByRole('link', { name: 'ОБХ-26' }).first());
    expect(page.url()).toMatch(/\/groups\/[0-9a-f-]{36}/);
    await page
      .getByText(/Обходова/)
      .first()
      .waitFor();
    await look('group');
    await visit('/contingent');
    await close();
  });
}
