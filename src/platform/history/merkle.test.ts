import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, saltedHash } from './append.ts';
import { headOf, leafHash, merkleRoot } from './merkle.ts';
import { hashOfLeaf, hashOfSeal, hashOfTree, hashOfValues, orderedJson } from './verify/prove.ts';

const texts = fc.array(fc.string(), { maxLength: 70 });

describe('the Merkle tree', () => {
  it('is the one of RFC 6962', () => {
    // test vectors of the certificate transparency reference: leaves of 0, 1, 2, … bytes
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const roots: Record<number, string> = {
      1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      3: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    };
    for (const [count, root] of Object.entries(roots)) {
      const bytes = leaves.slice(0, Number(count)).map((hex) => Buffer.from(hex, 'hex').toString('latin1'));
      expect(merkleRoot(bytes.map(leafHash)).toString('hex')).toBe(root);
      expect(hashOfTree(bytes.map(hashOfLeaf)).toString('hex')).toBe(root);
    }
  });

  it('is the same on the sealing and on the proving side', () => {
    fc.assert(
      fc.property(texts, (list) => {
        expect(merkleRoot(list.map(leafHash))).toEqual(hashOfTree(list.map(hashOfLeaf)));
      }),
      { seed: 7 },
    );
  });

  it('changes when any leaf changes, moves or goes', () => {
    fc.assert(
      fc.property(
        texts.filter((list) => list.length > 0),
        fc.nat(),
        (list, at) => {
          const index = at % list.length;
          const root = merkleRoot(list.map(leafHash));
          expect(merkleRoot(list.with(index, `${list[index]}!`).map(leafHash))).not.toEqual(root);
          expect(merkleRoot(list.toSpliced(index, 1).map(leafHash))).not.toEqual(root);
          expect(merkleRoot([...list, ''].map(leafHash))).not.toEqual(root);
        },
      ),
      { seed: 8 },
    );
  });
});

describe('hashes', () => {
  it('of a seal agree', () => {
    const facts = { number: 3, at: '2026-11-23T09:00:00.000Z', entries: 5, root: 'ab' };
    const stored = { ...facts, previous_head: 'cd', head: '', leaves: '' };
    expect(headOf({ ...facts, previousHead: 'cd' })).toBe(hashOfSeal(stored));
  });

  it('of values agree, whatever the values and the order of their keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(orderedJson({ before, after })).toBe(canonical({ before, after }));
        expect(hashOfValues('s', before, after)).toBe(saltedHash('s', { after, before }));
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
