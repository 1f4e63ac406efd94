// Converts the DARES table of employment by occupation (wide, Latin-1, one column an occupation) into the long
// format of `rostok backtest`. Usage: tsx bench/forecast/fap-to-long.ts effectifs_3niv.csv fap.csv
import { readFileSync, writeFileSync } from 'node:fs';

/** ENS is the national total; one letter a domain; three signs a family; five a detailed occupation. */
export function levelOf(code: string): number {
  if (code === 'ENS') return 0;
  return { 1: 1, 3: 2, 5: 3 }[code.length] ?? -1;
}

/** T2A and T2B are the two halves of T2Z, not further families of domain T. */
export function parentOf(code: string): string {
  if (code === 'ENS') return '';
  if (code === 'T2A' || code === 'T2B') return 'T2Z';
  if (code.length === 1) return 'ENS';
  return code.length === 3 ? code[0]! : code.slice(0, 3);
}

/** @returns the long table as text, with empty and NA cells left out. */
export function fapToLong(latin1: string): string {
  const lines = latin1.split(/\r?\n/).filter((l) => l !== '');
  const cells = (line: string) => line.split(',').map((c) => c.replaceAll('"', ''));
  const codes = cells(lines[0]!).slice(1);
  const out = ['level,code,parent,year,value'];
  for (const line of lines.slice(1)) {
    const [year, ...values] = cells(line);
    codes.forEach((code, k) => {
      const value = values[k]!;
      if (value === '' || value === 'NA') return;
      out.push(`${levelOf(code)},${code},${parentOf(code)},${year},${value}`);
    });
  }
  return `${out.join('\n')}\n`;
}

if (process.argv[1]?.endsWith('fap-to-long.ts')) {
  const [source, target] = process.argv.slice(2);
  if (!source || !target) throw new Error('fap-to-long.ts SOURCE.csv TARGET.csv');
  writeFileSync(target, fapToLong(readFileSync(source, 'latin1')));
}
