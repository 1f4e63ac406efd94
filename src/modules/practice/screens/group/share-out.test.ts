import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from './share-out.ts';

test('everybody is shared out once while there is room, nobody over it, and evenly', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 }),
      fc.integer({ min: 0, max: 30 }),
      (rooms, count) => {
        const mentors = rooms.map((room, i) => ({ id: String(i), name: String(i), room }));
        const people = Array.from({ length: count }, (_, i) => i);
        const shares = shareOut(people, mentors);
        const given = shares.flatMap((share) => share.people);
        const room = rooms.reduce((sum, one) => sum + one, 0);
        expect(given.toSorted((a, b) => a - b)).toEqual(people.slice(0, Math.min(count, room)));
        for (const share of shares) expect(share.people.length).toBeLessThanOrEqual(share.mentor.room);
        const of = new Map(shares.map((share) => [share.mentor.id, share.people.length]));
        // a mentor with room left has at most one fewer than anybody else
        for (const { id, room: own } of mentors) {
          const has = of.get(id) ?? 0;
          if (has < own) for (const other of of.values()) expect(other - has).toBeLessThanOrEqual(1);
        }
      },
    ),
    { seed: 25 },
  );
});
