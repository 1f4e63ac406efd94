import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Sent {
  title: string;
  columns: { title: string }[];
  rows: unknown[][];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Presses the XLSX button of every table of the page and opens what comes: a workbook with the headings of the table
 * and as many rows as stand on the screen. Gives the names of the files.
 */
export async function takeTables(page: Page): Promise<string[]> {
  const buttons = page.locator('main').getByRole('button', { name: 'XLSX', exact: true });
  const names: string[] = [];
  for (const button of await buttons.all()) {
    const [download, asked] = await Promise.all([
      page.waitForEvent('download'),
      page.waitForRequest('**/api/export/table'),
      button.dispatchEvent('click'),
    ]);
    const name = download.suggestedFilename();
    const { columns, rows } = asked.postDataJSON() as Sent;
    const parts = unzipSync(readFileSync(await download.path()));
    const text = Object.entries(parts)
      .filter(([part]) => /sharedStrings|worksheets\/sheet1/.test(part))
      .map(([, bytes]) => strFromU8(bytes))
      .join('');
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(name).toMatch(/\.xlsx$/);
    expect(sheet.match(/<row\b/g)?.length, `rows of ${name}`).toBe(rows.length + 1);
    for (const { title } of columns) expect(text, `a heading of ${name}`).toContain(escaped(title));
    names.push(name);
  }
  return names;
}
