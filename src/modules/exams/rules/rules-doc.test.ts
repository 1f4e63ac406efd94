import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REGIMES } from '../regimes/index.ts';
import { sessionStates } from '../states.ts';

const root = new URL('../../../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
const rows = text('docs/rules-exams.md')
  .split('\n')
  .filter((line) => /^\| /.test(line) && !/^\| (---|Id) /.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const known = new Set(rows.map(([id]) => id).filter(Boolean));
const idsOf = (folder: string) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('-rules.ts'))
    .flatMap((name) => [...text(folder + name).matchAll(/id: '([A-Z0-9]+-\d+)'/g)].map(([, id = '']) => id));

test('every rule of the exam and of conflicts is in the table, and every id of the guide', () => {
  const ruled = [
    ...idsOf('src/modules/exams/rules/'),
    ...idsOf('src/modules/specialists/rules/').filter((id) => id.startsWith('CI-')),
  ];
  expect(ruled.length).toBeGreaterThan(55);
  const guide = [
    ...REGIMES.flatMap((regime) => regime.rules),
    ...Array.from({ length: 8 }, (_, i) => `CI-${i + 1}`),
    ...['X-01', 'X-05', 'X-08', 'X-09', 'X-14'],
  ];
  expect([...new Set([...ruled, ...guide])].filter((id) => !known.has(id))).toEqual([]);
});

test('a test of a rule is named by its id, and the rule stands in the file it is said to', () => {
  const wrong = rows.filter(
    ([id = '', , where = '', shown = '']) =>
      id !== '' &&
      ((/-rules\.ts$/.test(where) && !text(where).includes(`'${id}'`)) ||
        // a correction by a new record is shown with the rule it belongs to
        !(shown.includes(`› ${id}`) || id === 'EX-13')),
  );
  expect(wrong).toEqual([]);
});

test('every rule a regime asks at a step is among the guards of that step', () => {
  const lost = REGIMES.flatMap((regime) =>
    Object.entries(regime.guards).flatMap(([event, rules]) => {
      const step = sessionStates.transitions.find((one) => one.event === event);
      const guards: readonly string[] = (step && 'guard' in step && step.guard) || [];
      return rules.filter((id) => !guards.includes(id)).map((id) => `${regime.id} ${event} ${id}`);
    }),
  );
  expect(lost).toEqual([]);
});
