import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tickets } from '../placement/market/tickets.ts';
import {
  beaconOfWitnesses,
  commitmentRoot,
  draw,
  sealValue,
  seedFrom,
  ticketNumber,
  ticketOf,
} from './index.ts';

interface Vectors {
  root: string;
  beacon: string;
  seed: string;
  label: string;
  texts: string[];
  drawn: { pseudonym: string; ticket: string }[];
}
const vectors: Vectors = JSON.parse(readFileSync(new URL('./testing/vectors.json', import.meta.url), 'utf8'));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Buffer.from(text, 'hex');

describe('lottery', () => {
  it('gives the 100 kept vectors, in the kept order', () => {
    expect(hex(commitmentRoot(vectors.texts))).toBe(vectors.root);
    expect(hex(seedFrom(bytes(vectors.root), bytes(vectors.beacon)))).toBe(vectors.seed);
    const names = vectors.drawn.map((d) => d.pseudonym).reverse();
    const drawn = draw(bytes(vectors.seed), vectors.label, names);
    expect(drawn.map(({ pseudonym, ticket }) => ({ pseudonym, ticket }))).toEqual(vectors.drawn);
    expect(vectors.drawn).toHaveLength(100);
  });

  it('is the draw of the placement engine too, and depends on the label', () => {
    const seed = bytes('4a656665');
    expect(hex(ticketOf(seed, 'round 1', 'x'))).toBe(tickets(seed, 'round 1', ['x'])[0]);
    expect(hex(ticketOf(seed, 'round 1', 'x'))).not.toBe(hex(ticketOf(seed, 'round 2', 'x')));
  });

  it('does not care for the order of rows; a reversed draw is the same backwards', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 12 }),
        fc.uint8Array({ minLength: 1 }),
        (names, seed) => {
          const forth = draw(seed, 'round', names).map((d) => d.pseudonym);
          expect(draw(seed, 'round', [...names].reverse()).map((d) => d.pseudonym)).toEqual(forth);
          expect(draw(seed, 'round', names, true).map((d) => d.pseudonym)).toEqual([...forth].reverse());
        },
      ),
      { seed: 4, numRuns: 100 },
    );
  });

  it('draws everyone equally often over many seeds', () => {
    const first = [0, 0, 0, 0];
    const names = ['a', 'b', 'c', 'd'];
    for (let k = 0; k < 4000; k++)
      first[names.indexOf(draw(Buffer.from(`seed ${k}`), 'x', names)[0]!.pseudonym)]!++;
    // 4,000 draws, expectation 1,000, five standard deviations
    for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(140);
  });

  it('keeps 53 bits of a ticket as a whole number in the same order', () => {
    expect(ticketNumber(Buffer.alloc(32, 0xff))).toBe(Number.MAX_SAFE_INTEGER);
    expect(ticketNumber(Buffer.alloc(32, 0))).toBe(0);
    const drawn = draw(
      Buffer.from('s'),
      'x',
      Array.from({ length: 50 }, (_, k) => `p${k}`),
    );
    const values = drawn.map((d) => ticketNumber(Buffer.from(d.ticket, 'hex')));
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('refuses two chances for one person and a label that could be two', () => {
    expect(() => draw(bytes('00'), 'x', ['a', 'a'])).toThrow(/twice/);
    expect(() => ticketOf(bytes('00'), 'x\ny', 'a')).toThrow(/line feed/);
  });

  it('commits to every text and its place', () => {
    const root = hex(commitmentRoot(['a', 'b', 'c']));
    for (const other of [['a', 'b'], ['a', 'c', 'b'], ['a', 'b', 'd'], ['ab', 'c'], []])
      expect(hex(commitmentRoot(other))).not.toBe(root);
  });

  it('takes a beacon of witnesses only when every value opens its seal', () => {
    const value = (name: string) => Buffer.from(`value of ${name}`);
    const witness = (name: string) => ({ name, seal: sealValue(value(name)), value: value(name) });
    const all = [witness('a'), witness('b'), witness('c')];
    expect(hex(beaconOfWitnesses(all))).toBe(hex(beaconOfWitnesses([...all].reverse())));
    expect(() => beaconOfWitnesses([...all.slice(0, 2), { ...all[2]!, value: value('other') }])).toThrow(
      /witness c/,
    );
    expect(() => beaconOfWitnesses([{ ...all[0]!, value: null }])).toThrow(/witness a/);
  });
});
