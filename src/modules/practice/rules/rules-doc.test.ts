import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../../../', import.meta.url);
const docs = readdirSync(new URL('docs/', root)).filter((name) => /^rules(-\w+)?\.md$/.test(name));
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Rows of a table «id | what | where | test», the id of the row above where it is left out. */
function rowsOf(doc: string) {
  const lines = text(`docs/${doc}`)
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|\s*(-|id\b)/i.test(line));
  let last = '';
  return lines.map((line) => {
    const [id = '', , where = '', shown = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    last = id || last;
    const [file = '', name = ''] = shown.split(' › ');
    return { id: last, where, file, name };
  });
}

describe.each(docs)('docs/%s', (doc) => {
  const rows = rowsOf(doc);

  test('every row names a file of code and a test that stand in the repository', () => {
    expect(rows.length).toBeGreaterThan(10);
    const lost = rows.filter(
      ({ where, file, name }) =>
        !existsSync(new URL(where, root)) ||
        !existsSync(new URL(file, root)) ||
        name === '' ||
        !text(file).includes(name),
    );
    expect(lost).toEqual([]);
  });

  test('a rule of a rules file stands in the file it is said to', () => {
    const elsewhere = rows.filter(
      ({ id, where }) =>
        /\/rules\/[a-z-]*rules\.ts$/.test(where) &&
        /^(PP|AG|MN|PL|M)-/.test(id) &&
        !text(where).includes(`'${id}'`),
    );
    expect(elsewhere).toEqual([]);
  });
});

test('every rule of practice, of mentors and of agreements is in the table, and every id of the guide', () => {
  const known = new Set(rowsOf('rules.md').map(({ id }) => id));
  const files = ['practice', 'agreements', 'specialists'].flatMap((room) => {
    const folder = `src/modules/${room}/rules/`;
    return existsSync(new URL(folder, root))
      ? readdirSync(new URL(folder, root))
          .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && name !== 'conflict-rules.ts')
          .map((name) => folder + name)
      : [];
  });
  const ruled = files.flatMap((file) =>
    [...text(file).matchAll(/id: '([A-Z]+-\d+)'/g)].map(([, id = '']) => id),
  );
  expect(ruled.length).toBeGreaterThan(35);
  const range = (name: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${name}-${String(from + i).padStart(2, '0')}`);
  const guide = [
    ...range('PP', 1, 11),
    ...range('AG', 0, 9),
    ...range('MN', 1, 7),
    ...['X-00', 'X-01', 'X-05', 'X-06', 'X-11', 'X-12'],
    ...['M-06', 'M-10', 'M-16', 'M-25', 'M-36', 'M-37', 'F-1', 'R-08', 'R-09', 'R-12', 'R-15', 'R-18'],
  ];
  expect([...ruled, ...guide].filter((id) => !known.has(id))).toEqual([]);
});
