import type { LinearProgram } from '../solve/protocol.ts';

export interface NamedProgram extends LinearProgram {
  name: string;
  rowNames: string[];
  colNames: string[];
  /** Constant part of the objective. */
  offset: number;
  maximize: boolean;
}

/** A fault in an MPS file: `line` counts from 1; `problem` is a message id of the catalogue. */
export class MpsError extends Error {
  readonly line: number;
  readonly problem: string;
  readonly params: Record<string, string | number>;
  constructor(line: number, problem: string, params: Record<string, string | number> = {}) {
    super(`${problem} at line ${line}`);
    this.name = 'MpsError';
    this.line = line;
    this.problem = problem;
    this.params = params;
  }
}

interface Draft {
  objective: string | undefined;
  rows: Map<string, number>;
  kinds: string[];
  extraFree: Set<string>;
  cols: Map<string, number>;
  cost: number[];
  lower: number[];
  upper: number[];
  whole: number[];
  upperGiven: Set<number>;
  cells: [number, number, number][];
  rhs: number[];
  range: Map<number, number>;
  offset: number;
  maximize: boolean;
  name: string;
}

/**
 * Reads an MPS file (free form, or fixed form whose names hold no spaces).
 * @throws MpsError with the line and what is wrong there.
 */
export function readMps(text: string): NamedProgram {
  const d: Draft = {
    objective: undefined,
    rows: new Map(),
    kinds: [],
    extraFree: new Set(),
    cols: new Map(),
    cost: [],
    lower: [],
    upper: [],
    whole: [],
    upperGiven: new Set(),
    cells: [],
    rhs: [],
    range: new Map(),
    offset: 0,
    maximize: false,
    name: '',
  };
  let section = '';
  let marked = false;
  let ended = false;
  const lines = text.split('\n');
  for (let n = 0; n < lines.length && !ended; n++) {
    const line = lines[n]!.replace(/\r$/, '');
    if (line.trim() === '' || line.startsWith('*')) continue;
    const words = line.trim().split(/\s+/);
    if (!/^\s/.test(line)) {
      section = words[0]!.toUpperCase();
      if (section === 'NAME') d.name = words[1] ?? '';
      else if (section === 'OBJSENSE' && words[1]) d.maximize = /^max/i.test(words[1]);
      else if (section === 'ENDATA') ended = true;
      else if (!['ROWS', 'COLUMNS', 'RHS', 'RANGES', 'BOUNDS', 'OBJSENSE'].includes(section))
        throw new MpsError(n + 1, 'mps.section', { section });
      continue;
    }
    if (section === 'OBJSENSE') d.maximize = /^max/i.test(words[0]!);
    else if (section === 'ROWS') addRow(d, words, n + 1);
    else if (section === 'COLUMNS') {
      if (words[1]?.includes('MARKER')) marked = line.includes('INTORG');
      else addColumn(d, words, marked, n + 1);
    } else if (section === 'RHS' || section === 'RANGES') addSides(d, words, section, n + 1);
    else if (section === 'BOUNDS') addBound(d, words, n + 1);
    else throw new MpsError(n + 1, 'mps.place', {});
  }
  if (!ended) throw new MpsError(lines.length, 'mps.cut');
  return finish(d);
}

function number(word: string | undefined, line: number): number {
  const v = word === undefined ? Number.NaN : Number(word.replace(/[dD]/, 'e'));
  if (Number.isNaN(v)) throw new MpsError(line, 'mps.number', { word: word ?? '' });
  return v;
}

function addRow(d: Draft, words: string[], line: number): void {
  const kind = words[0]!.toUpperCase();
  const name = words[1];
  if (!name || !'NLGE'.includes(kind) || kind.length !== 1)
    throw new MpsError(line, 'mps.row', { word: words[0]! });
  if (kind === 'N') {
    if (d.objective === undefined) d.objective = name;
    else d.extraFree.add(name);
    return;
  }
  if (d.rows.has(name)) throw new MpsError(line, 'mps.twice', { name });
  d.rows.set(name, d.kinds.push(kind) - 1);
  d.rhs.push(0);
}

function addColumn(d: Draft, words: string[], whole: boolean, line: number): void {
  const name = words[0]!;
  let j = d.cols.get(name);
  if (j === undefined) {
    j = d.cost.push(0) - 1;
    d.cols.set(name, j);
    d.lower.push(0);
    d.upper.push(Infinity);
    d.whole.push(whole ? 1 : 0);
  }
  for (let k = 1; k < words.length; k += 2) {
    const row = words[k]!;
    const v = number(words[k + 1], line);
    if (row === d.objective) d.cost[j] = d.cost[j]! + v;
    else if (!d.extraFree.has(row)) {
      const i = d.rows.get(row);
      if (i === undefined) throw new MpsError(line, 'mps.noRow', { name: row });
      if (v !== 0) d.cells.push([i, j, v]);
    }
  }
}

function addSides(d: Draft, words: string[], section: string, line: number): void {
  // The name of the set may be missing: then the number of words is even.
  for (let k = words.length % 2; k < words.length; k += 2) {
    const row = words[k]!;
    const v = number(words[k + 1], line);
    if (row === d.objective) {
      if (section === 'RHS') d.offset = -v;
      continue;
    }
    if (d.extraFree.has(row)) continue;
    const i = d.rows.get(row);
    if (i === undefined) throw new MpsError(line, 'mps.noRow', { name: row });
    if (section === 'RHS') d.rhs[i] = v;
    else d.range.set(i, v);
  }
}

function addBound(d: Draft, words: string[], line: number): void {
  const kind = words[0]!.toUpperCase();
  const bare = ['FR', 'MI', 'PL', 'BV'].includes(kind);
  const name = words[words.length - (bare && Number.isNaN(Number(words.at(-1))) ? 1 : 2)];
  const j = name === undefined ? undefined : d.cols.get(name);
  if (j === undefined) throw new MpsError(line, 'mps.noColumn', { name: name ?? '' });
  const given = bare ? 0 : number(words.at(-1), line);
  const v = Math.abs(given) >= 1e20 ? Math.sign(given) * Infinity : given;
  if (kind === 'UP' || kind === 'UI') {
    d.upper[j] = v;
    d.upperGiven.add(j);
    if (v < 0 && d.lower[j] === 0) d.lower[j] = -Infinity;
  } else if (kind === 'LO' || kind === 'LI') d.lower[j] = v;
  else if (kind === 'FX') d.lower[j] = d.upper[j] = v;
  else if (kind === 'FR') [d.lower[j], d.upper[j]] = [-Infinity, Infinity];
  else if (kind === 'MI') d.lower[j] = -Infinity;
  else if (kind === 'PL') d.upper[j] = Infinity;
  else if (kind === 'BV') {
    [d.lower[j], d.upper[j]] = [0, 1];
    d.whole[j] = 1;
  } else throw new MpsError(line, 'mps.bound', { word: kind });
  if (kind === 'LI' || kind === 'UI') d.whole[j] = 1;
}

function finish(d: Draft): NamedProgram {
  const rows = d.kinds.length;
  const cols = d.cost.length;
  const rowLower = new Float64Array(rows);
  const rowUpper = new Float64Array(rows);
  d.kinds.forEach((kind, i) => {
    const b = d.rhs[i]!;
    const r = d.range.get(i);
    rowLower[i] =
      kind === 'L' ? (r === undefined ? -Infinity : b - Math.abs(r)) : kind === 'E' && r! < 0 ? b + r! : b;
    rowUpper[i] =
      kind === 'G' ? (r === undefined ? Infinity : b + Math.abs(r)) : kind === 'E' && r! > 0 ? b + r! : b;
  });
  const starts = new Int32Array(cols + 1);
  for (const [, j] of d.cells) starts[j + 1] = starts[j + 1]! + 1;
  for (let j = 0; j < cols; j++) starts[j + 1] = starts[j + 1]! + starts[j]!;
  const at = starts.slice();
  const indices = new Int32Array(d.cells.length);
  const values = new Float64Array(d.cells.length);
  for (const [i, j, v] of d.cells) {
    const k = at[j]!++;
    indices[k] = i;
    values[k] = v;
  }
  return {
    name: d.name,
    rows,
    cols,
    cost: Float64Array.from(d.cost),
    colLower: Float64Array.from(d.lower),
    colUpper: Float64Array.from(d.upper),
    rowLower,
    rowUpper,
    starts,
    indices,
    values,
    ...(d.whole.includes(1) ? { integer: Uint8Array.from(d.whole) } : {}),
    rowNames: [...d.rows.keys()],
    colNames: [...d.cols.keys()],
    offset: d.offset,
    maximize: d.maximize,
  };
}
