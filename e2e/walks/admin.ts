import { test } from 'vitest';
import type { Portal } from '../support/portal.ts';

export function adminWalk(portal: () => Portal): void {
  test('the administrator: organisations, then an appointment refused at its fields', async () => {
    const { page, visit, look, close } = await portal().as('admin');
    await visit('/organisations');
    await visit('/people');
    const appoint = page.getByRole('button', { name: /Назначить\sчеловека/ });
    await appoint.click();
    const save = page.getByRole('button', { name: 'Назначить', exact: true });
    await save.click();
    await page.locator('[name="person.surname"][aria-invalid=true]').waitFor();
    await look('appoint-refused');
    await close();
  });
}
