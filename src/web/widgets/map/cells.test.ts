import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellMap, type Point, pushApart } from './cells.ts';
import { breaksOf, stepOf } from './scale.ts';

const centres = Array.from({ length: 30 }, (_, i) => ({
  id: `m${i}`,
  lon: 47 + ((i * 7) % 13) * 0.5,
  lat: 56 + ((i * 5) % 11) * 0.4,
}));

it('gives every centre one cell that holds its own words', () => {
  const map = cellMap(centres);
  expect(map.cells.map((cell) => cell.id)).toEqual(centres.map((centre) => centre.id));
  for (const cell of map.cells) {
    expect(cell.path).toMatch(/^M[\d.,-]+Q.*Z$/);
    expect(cell.at[0]).toBeGreaterThan(0);
    expect(cell.at[0]).toBeLessThan(map.width);
    expect(cell.at[1]).toBeLessThan(map.height);
    expect(cell.chord).toBeGreaterThan(20);
  }
});

it('keeps the order of the ground: what lies north is drawn higher', () => {
  const map = cellMap([
    { id: 'north', lon: 50, lat: 60 },
    { id: 'south', lon: 50.1, lat: 57 },
    { id: 'west', lon: 47, lat: 58.5 },
    { id: 'east', lon: 53, lat: 58.6 },
  ]);
  const at = Object.fromEntries(map.cells.map((cell) => [cell.id, cell.at])) as Record<string, Point>;
  expect(at.north![1]).toBeLessThan(at.south![1]);
  expect(at.west![0]).toBeLessThan(at.east![0]);
});

it('pushes any points apart, even those in one place', () => {
  const coordinate = fc.integer({ min: 0, max: 300 });
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 }), (points) => {
      const apart = pushApart(points, 20);
      for (let i = 0; i < apart.length; i++)
        for (let j = i + 1; j < apart.length; j++) {
          const [[a, b], [c, d]] = [apart[i]!, apart[j]!];
          expect(Math.hypot(a - c, b - d)).toBeGreaterThan(15);
        }
    }),
    { numRuns: 50, seed: 7 },
  );
});

it('cuts values into at most five steps that rise', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 }), (values) => {
      const breaks = breaksOf(values);
      expect(breaks.length).toBeLessThanOrEqual(4);
      expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
      expect(new Set(breaks).size).toBe(breaks.length);
      for (const value of values) expect(stepOf(value, breaks)).toBeLessThanOrEqual(breaks.length);
    }),
  );
});
