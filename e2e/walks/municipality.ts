import { expect, test } from 'vitest';
import type { Portal } from '../support/portal.ts';

export function municipalityWalk(portal: () => Portal): void {
  test('the municipality: its district on exactly one page of A4', async () => {
    const { page, visit, close } = await portal().as('district');
    await visit('/district');
    await page.locator('#district-need').waitFor();
    const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const pages = paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? [];
    expect(pages).toHaveLength(1);
    await close();
  });
}
