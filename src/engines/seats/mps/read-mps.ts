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
  /** Columns whose lower bound the file states: a negative upper bound leaves it alone. */
  lowerGiven: Set<number>;
  cells: [number, number, number][];
  /** Cells of the matrix, right sides and ranges already read: none may come twice. */
  taken: Set<string>;
  rhs: number[];
  range: Map<number, number>;
  offset: number;
  maximize: boolean;
  name: string;
}

/**
 * Reads an MPS file (free form, or fixed form whose names hold no spaces); docs/formats/solve.md says how what the
 * format leaves open is read.
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
    lowerGiven: new Set(),
    cells: [],
    taken: new Set(),
    rhs: [],
    range: new Map(),
    offset: 0,
    maximize: false,
    name: '',
  };
  let section = '';
  let marked = false;
  let ended = false;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (let n = 0; n < lines.length && !ended; n++) {
    // What stands after a separate $ is a comment.
    const line = lines[n]!.replace(/(^|\s)\$.*$/, '');
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
      if (words[1] === "'MARKER'") marked = line.includes('INTORG');
      else addColumn(d, words, marked, n + 1);
    } else if (section === 'RHS' || section === 'RANGES') addSides(d, words, section, n + 1);
    else if (section === 'BOUNDS') addBound(d, words, n + 1);
    else throw new MpsError(n + 1, 'mps.place', {});
  }
  if (!ended) throw new MpsError(lines.length, 'mps.cut');
  return finish(d);
}

const written = /^[+-]?(\d+\.?\d*|\.\d+)([ed][+-]?\d+)?$/i;
const endless = /^[+-]?inf(inity)?$/i;

/** @param mayBeEndless sides and bounds may be infinite (1e20 and more, or in words), coefficients may not. */
function number(word: string | undefined, line: number, mayBeEndless = false): number {
  const text = word ?? '';
  const v = endless.test(text)
    ? (text.startsWith('-') ? -1 : 1) * Infinity
    : written.test(text)
      ? Number(text.replace(/d/i, 'e'))
      : Number.NaN;
  if (Number.isNaN(v) || (!mayBeEndless && !Number.isFinite(v)))
    throw new MpsError(line, 'mps.number', { word: text });
  return mayBeEndless && Math.abs(v) >= 1e20 ? Math.sign(v) * Infinity : v;
}

/** Notes that something is stated; a second statement is a fault, whichever of the two was meant. */
function once(d: Draft, key: string, name: string, line: number): void {
  if (d.taken.has(key)) throw new MpsError(line, 'mps.again', { name });
  d.taken.add(key);
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
    once(d, `${j} ${row}`, `${name} / ${row}`, line);
    if (row === d.objective) d.cost[j] = v;
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
    const v = number(words[k + 1], line, row !== d.objective);
    once(d, `${section} ${row}`, `${section} / ${row}`, line);
    if (row === d.objective) {
      if (section === 'RHS') d.offset = -v;
      continue;
    }
    if (d.extraFree.has(row)) continue;
    const i = d.rows.get(row);
    if (i === undefined) throw new MpsError(line, 'mps.noRow', { name: row });
    if (section === 'RHS' && d.kinds[i] === 'E' && !Number.isFinite(v))
      throw new MpsError(line, 'mps.number', { word: words[k + 1]! });
    if (section === 'RHS') d.rhs[i] = v;
    else d.range.set(i, v);
  }
}

function addBound(d: Draft, words: string[], line: number): void {
  const kind = words[0]!.toUpperCase();
  const bare = ['FR', 'MI', 'PL', 'BV'].includes(kind);
  if (!bare && !['UP', 'UI', 'LO', 'LI', 'FX'].includes(kind))
    throw new MpsError(line, 'mps.bound', { word: words[0]! });
  // [set] column value; the value of a bare kind may stand there and says nothing.
  const rest = words.slice(1);
  const named = bare
    ? rest.length === 2 && !d.cols.has(rest[1]!)
      ? 0
      : Math.min(rest.length - 1, 1)
    : rest.length - 2;
  const name = rest[named] ?? '';
  const j = d.cols.get(name);
  if (j === undefined || named > 1 || rest.length > 3) throw new MpsError(line, 'mps.noColumn', { name });
  const v = bare ? 0 : number(rest[named + 1], line, true);
  if (kind === 'UP' || kind === 'UI') {
    d.upper[j] = v;
    if (v < 0 && d.lower[j] === 0 && !d.lowerGiven.has(j)) d.lower[j] = -Infinity;
  } else if (kind === 'LO' || kind === 'LI') d.lower[j] = v;
  else if (kind === 'FX') d.lower[j] = d.upper[j] = v;
  else if (kind === 'FR') [d.lower[j], d.upper[j]] = [-Infinity, Infinity];
  else if (kind === 'MI') d.lower[j] = -Infinity;
  else if (kind === 'PL') d.upper[j] = Infinity;
  else {
    [d.lower[j], d.upper[j]] = [0, 1];
    d.whole[j] = 1;
  }
  if (!['UP', 'UI', 'PL'].includes(kind)) d.lowerGiven.add(j);
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
