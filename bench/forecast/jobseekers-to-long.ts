// Converts the DARES table of registered jobseekers by occupation (category A; Latin-1) into the long format: a
// second, very different record on which nothing of the method was chosen.
// Usage: tsx bench/forecast/jobseekers-to-long.ts serie_demandeurs_emploi_A_ABC.csv jobseekers.csv
import { readFileSync, writeFileSync } from 'node:fs';
import { levelOf, parentOf } from './fap-to-long.ts';

/** @returns the long table of the named category as text. */
export function jobseekersToLong(latin1: string): string {
  const out = ['level,code,parent,year,value'];
  const seen = new Set<string>();
  for (const text of latin1.split(/\r?\n/).slice(1)) {
    const [code = '', year = '', value = '', category = ''] = text
      .split(',')
      .map((c) => c.replaceAll('"', ''));
    const key = `${code}/${year}`;
    if (!/^Cat.*gorie A$/.test(category) || value === '' || value === 'NA' || seen.has(key)) continue;
    seen.add(key);
    out.push(`${levelOf(code)},${code},${parentOf(code)},${year},${value}`);
  }
  return `${out.join('\n')}\n`;
}

if (process.argv[1]?.endsWith('jobseekers-to-long.ts')) {
  const [source, target] = process.argv.slice(2);
  if (!source || !target) throw new Error('jobseekers-to-long.ts SOURCE.csv TARGET.csv');
  writeFileSync(target, jobseekersToLong(readFileSync(source, 'latin1')));
}
