import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import plan from '../../../../../cli/plan.ts';
import verify from '../../../../../cli/verify.ts';
import { saveOutput } from '../../write/save-output.ts';
import { textsOf } from '../../write/texts.ts';
import { assembleTrial } from '../assemble-trial.ts';

const options = { asOf: '2022-12-31', region: 'Республика (проба)', graduates: 2021 };
const texts = textsOf('ru');
const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Sources of folder `data` through assembly, plan and verify below `root`: every row of each has its fate. */
export async function wholeWay(root: string, data: string, name: string) {
  const dir = join(root, name);
  const out = join(root, `${name}-out`);
  const { files, sources } = await assembleTrial(data, options, texts);
  saveOutput(dir, files);
  expect(await plan.run([dir, '--out', out])).toBe(0);
  expect(await verify.run([join(out, 'certificate')])).toBe(0);
  const report = json(out, 'report.json');
  for (const it of [...report.sources, ...report.files])
    expect(it.rows).toBe(it.imported + it.repaired + it.refused);
  const { cards, counted, young, doubled, noEmployer, noOccupation, noPlace } = report.vacancies;
  expect(cards).toBe(counted + young + doubled + noEmployer + noOccupation + noPlace);
  const text = plain(readFileSync(join(out, 'report.md'), 'utf8'));
  expect(text).toContain('# Пробный расчёт');
  expect(text.indexOf('Не сопоставлено с программами')).toBeLessThan(text.indexOf('## Допущения'));
  // Every row of every source has its fate in the report beside the tables.
  expect(readdirSync(join(dir, 'sources'))).toHaveLength(sources.accounts.length);
  return { report, sources, text, dir };
}
