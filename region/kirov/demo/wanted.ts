import crosswalk from '../../reference/crosswalk.json';
import spo from '../../reference/spo.json';
import type { Prng } from './prng.ts';
import type { DemoNeedLine } from './types.ts';

/** Enterprises name the programme they want in one line of four; they know the old codes of the list, too. */
const NAMED = 0.25;
const OLD_CODE = 0.1;

/** Fills in "specialty wanted": evidence for the weights between programmes and occupations. */
export function nameWantedProgrammes(prng: Prng, lines: DemoNeedLine[]): void {
  const edges = new Map<string, { code: string; weight: number }[]>();
  const live = new Set(spo.rows.filter((row) => row.list === '336').map((row) => row.code));
  for (const edge of crosswalk.rows.filter((row) => live.has(row.spo))) {
    edges.set(edge.occupation, [
      ...(edges.get(edge.occupation) ?? []),
      { code: edge.spo, weight: edge.weight },
    ]);
  }
  const oldCode = new Map(
    spo.rows.flatMap((row) => (row.replacedBy ? [[row.replacedBy, row.code] as const] : [])),
  );
  for (const line of lines) {
    const choices = edges.get(line.occupation);
    if (!choices || !prng.chance(NAMED)) continue;
    const { code } = prng.weighted(
      choices,
      choices.map((choice) => choice.weight),
    );
    const former = oldCode.get(code);
    line.spoCodeWanted = former && prng.chance(OLD_CODE) ? former : code;
  }
}
