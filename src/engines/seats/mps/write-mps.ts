import type { LinearProgram } from '../solve/protocol.ts';

/**
 * Free MPS with rows R0…, columns C0…, objective OBJ. Names of the sets are long on purpose: CBC misreads
 * short ones. Numbers are written so that reading gives back the same bits.
 */
export function writeMps(p: LinearProgram, name = 'ROSTOK'): string {
  const out: string[] = [`NAME ${name}`, 'ROWS', ' N OBJ'];
  const kind: string[] = [];
  for (let i = 0; i < p.rows; i++) {
    const lo = p.rowLower[i]!;
    const up = p.rowUpper[i]!;
    kind[i] = lo === up ? 'E' : lo === -Infinity ? (up === Infinity ? 'N' : 'L') : 'G';
    out.push(` ${kind[i]} R${i}`);
  }
  out.push('COLUMNS');
  let whole = false;
  const mark = (on: boolean) => {
    if (on === whole) return;
    whole = on;
    out.push(` MARK 'MARKER' '${on ? 'INTORG' : 'INTEND'}'`);
  };
  for (let j = 0; j < p.cols; j++) {
    mark(p.integer?.[j] === 1);
    if (p.cost[j] !== 0 || p.starts[j] === p.starts[j + 1]) out.push(` C${j} OBJ ${p.cost[j]}`);
    for (let k = p.starts[j]!; k < p.starts[j + 1]!; k++) out.push(` C${j} R${p.indices[k]} ${p.values[k]}`);
  }
  mark(false);
  out.push('RHS');
  const ranges: string[] = [];
  for (let i = 0; i < p.rows; i++) {
    const lo = p.rowLower[i]!;
    const up = p.rowUpper[i]!;
    const side = kind[i] === 'L' ? up : lo;
    if (kind[i] !== 'N' && side !== 0) out.push(` RHS_V R${i} ${side}`);
    if (kind[i] === 'G' && up !== Infinity) ranges.push(` RANGE_V R${i} ${up - lo}`);
  }
  if (ranges.length) out.push('RANGES', ...ranges);
  out.push('BOUNDS');
  // Set in columns: CBC takes a bound line without padding for one without the name of a set.
  const limit = (kind: string, j: number, v: number | '' = '') =>
    out.push(` ${kind} BOUND     ${`C${j}`.padEnd(8)}  ${v}`.trimEnd());
  for (let j = 0; j < p.cols; j++) {
    const lo = p.colLower[j]!;
    const up = p.colUpper[j]!;
    if (lo === -Infinity && up === Infinity) limit('FR', j);
    else {
      if (lo === -Infinity) limit('MI', j);
      else if (lo !== 0) limit('LO', j, lo);
      if (up === Infinity) {
        // Without a bound some readers take a whole-number column for a binary one.
        if (p.integer?.[j] === 1) limit('PL', j);
      } else limit('UP', j, up);
    }
  }
  out.push('ENDATA', '');
  return out.join('\n');
}
