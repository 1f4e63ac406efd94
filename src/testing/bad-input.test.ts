import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const rows = readFileSync(new URL('docs/bad-input.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('every bad input of the list is shown by a test of that name', () => {
  expect(rows.filter(([what]) => what).length).toBeGreaterThanOrEqual(19);
  const lost = rows.filter(
    ([, file = '', name = '']) => !readFileSync(new URL(file, root), 'utf8').includes(name),
  );
  expect(lost).toEqual([]);
});
