import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';

interface People {
  rows: { id: string; personName: string; role: string; organisationId: string | null; from: string }[];
}

export function adminWalk(portal: () => Portal): void {
  test('the administrator: organisations, an appointment refused at its fields, mended, saved', async () => {
    const { page, visit, look, read, close } = await portal().as('admin');
    await visit('/organisations');
    await visit('/people');
    const appoint = page.getByRole('button', { name: /Назначить\sчеловека/ });
    await appoint.click();
    const save = page.getByRole('button', { name: 'Назначить', exact: true });
    await save.click();
    await page.locator('[name="person.surname"][aria-invalid=true]').waitFor();
    await look('appoint-refused');

    const college = (
      await read<{ rows: { id: string; shortName: string }[] }>(
        '/registry/organisations?kind=college&limit=1',
      )
    ).rows[0];
    await page.fill('[name="person.surname"]', 'Ходокова');
    await page.fill('[name="person.givenName"]', 'Мария');
    await page.selectOption('[name="role"]', 'college_head');
    await page.fill('[name="organisationId-search"]', college?.shortName ?? '');
    const choice = page.locator(`[name="organisationId"] option[value="${college?.id}"]`);
    await choice.waitFor({ state: 'attached' });
    await page.selectOption('[name="organisationId"]', college?.id ?? '');
    await page.fill('[name="ground"]', 'приказ № 7 от 20.11.2026');
    await save.click();
    await save.waitFor({ state: 'detached' });
    const held = async () =>
      (await read<People>('/registry/assignments?limit=500')).rows.filter((row) =>
        row.personName.startsWith('Ходокова'),
      );
    expect(await held()).toMatchObject([{ role: 'college_head', organisationId: college?.id }]);
    await close();
  });
}
