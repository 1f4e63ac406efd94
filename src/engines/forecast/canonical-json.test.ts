import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts keys, drops absent members, writes −0 as 0', () => {
    expect(canonicalJson({ b: [1, -0, 'я'], a: { d: undefined, c: null } })).toBe(
      '{"a":{"c":null},"b":[1,0,"я"]}',
    );
  });

  it('refuses what has no one text', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson({ a: Number.POSITIVE_INFINITY })).toThrow(TypeError);
    expect(() => canonicalJson(() => 1)).toThrow(TypeError);
  });

  it('reads back as the same value, and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(hashOf(Object.fromEntries(Object.entries(value).reverse()))).toBe(hashOf(value));
      }),
      { seed: 12 },
    );
  });

  it('SHA-256 of the empty object', () => {
    expect(hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
