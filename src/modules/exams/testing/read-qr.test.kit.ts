import { inflateSync } from 'node:zlib';

// A reader of QR codes as simple as a clean print allows: it shares nothing with the library that draws them.

/** ISO/IEC 18004, level M: how many blocks of how many data words, by version from 1. */
const BLOCKS: [blocks: number, words: number][] = [
  [1, 16],
  [1, 28],
  [1, 44],
  [2, 32],
  [2, 43],
  [4, 27],
  [4, 31],
];
/** Centres of alignment patterns. */
const CENTRES = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38]];
const MASKS: ((r: number, c: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const QUIET = 2;

/** Dark modules of the QR code that is drawn on a page of this PDF, row by row. */
export function modulesOfPdf(pdf: Buffer): boolean[][] {
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.subarray(at - 3, at).toString('latin1') === 'end') continue;
    let page = '';
    try {
      page = inflateSync(pdf.subarray(at + 7, pdf.indexOf('endstream', at))).toString('latin1');
    } catch {
      continue;
    }
    const width = /^1 0 0 -1 0 (\d+) cm$/m.exec(page)?.[1];
    if (!width) continue;
    const size = Number(width) - 2 * QUIET;
    const dark = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
    for (const [, from, y, to] of page.matchAll(/^(\d+) (\d+)\.5 m\n(\d+) \2\.5 l$/gm))
      for (let x = Number(from); x < Number(to); x++) (dark[Number(y) - QUIET] ?? [])[x - QUIET] = true;
    return dark;
  }
  throw new Error('no QR code is drawn in this PDF');
}

/** Modules that carry no data: finders, timing, alignment, format and version. */
function reserved(size: number, version: number): boolean[][] {
  const map = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const cover = (top: number, left: number, height: number, width: number) => {
    for (let r = top; r < top + height; r++)
      for (let c = left; c < left + width; c++) (map[r] ?? [])[c] = true;
  };
  cover(0, 0, 9, 9);
  cover(0, size - 8, 9, 8);
  cover(size - 8, 0, 8, 9);
  cover(6, 0, 1, size);
  cover(0, 6, size, 1);
  const centres = CENTRES[version - 1] ?? [];
  for (const r of centres)
    for (const c of centres) {
      const corner = [r, c].includes(6) && [6, size - 7].includes(r) && [6, size - 7].includes(c);
      if (!corner) cover(r - 2, c - 2, 5, 5);
    }
  if (version >= 7) {
    cover(0, size - 11, 6, 3);
    cover(size - 11, 0, 3, 6);
  }
  return map;
}

/** Data and check words as they lie, two columns at a time, up and down. */
function wordsOf(dark: boolean[][], version: number): number[] {
  const size = dark.length;
  const at = (r: number, c: number) => (dark[r]?.[c] ? 1 : 0);
  let format = 0;
  const corner = [0, 1, 2, 3, 4, 5, 7, 8]
    .map((c) => at(8, c))
    .concat([7, 5, 4, 3, 2, 1, 0].map((r) => at(r, 8)));
  for (const bit of corner) format = (format << 1) | bit;
  format ^= 0x5412;
  if (format >> 13 !== 0) throw new Error('the code is not of level M');
  const mask = MASKS[(format >> 10) & 7];
  const held = reserved(size, version);
  const bits: number[] = [];
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++)
      for (const c of [right, right - 1]) {
        const r = up ? size - 1 - i : i;
        if (!held[r]?.[c]) bits.push(at(r, c) ^ (mask?.(r, c) ? 1 : 0));
      }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, k) =>
    bits.slice(8 * k, 8 * k + 8).reduce((sum, bit) => (sum << 1) | bit, 0),
  );
}

/** The text of a QR code of level M, versions 1 to 7; what is undamaged needs no correction. */
export function readQr(dark: boolean[][]): string {
  const version = (dark.length - 17) / 4;
  const [count, length] = BLOCKS[version - 1] ?? [];
  if (!count || !length) throw new Error(`a code of ${dark.length} modules is not known`);
  const words = wordsOf(dark, version);
  // the first words of every block come first, then the second ones
  const data = Array.from({ length: count }, (_, b) =>
    Array.from({ length }, (_, k) => words[k * count + b] ?? 0),
  );
  const bits = data
    .flat()
    .map((word) => word.toString(2).padStart(8, '0'))
    .join('');
  let place = 0;
  const take = (count: number) => {
    const value = Number.parseInt(bits.slice(place, place + count), 2);
    place += count;
    return value;
  };
  const bytes: number[] = [];
  const add = (text: string) => bytes.push(...Buffer.from(text));
  while (place + 4 <= bits.length) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 4) for (let left = take(8); left > 0; left--) bytes.push(take(8));
    else if (mode === 1)
      for (let left = take(10); left > 0; left -= 3) {
        const digits = Math.min(3, left);
        add(String(take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0'));
      }
    else if (mode === 2)
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        if (left > 1) add(LETTERS[Math.floor(pair / 45)] ?? '');
        add(LETTERS[pair % 45] ?? '');
      }
    else throw new Error(`a piece of kind ${mode} is not known`);
  }
  return Buffer.from(bytes).toString('utf8');
}
