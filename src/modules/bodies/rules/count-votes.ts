import { z } from 'zod';
import { defineRule, ok, refused } from '../../../platform/rules/pure.ts';

export interface Votes {
  for: number;
  against: number;
  abstain: number;
}

/** Adopted by more than half of those present; without a vote the item was only heard. */
export function voteResult(votes: Votes | null, present: number): 'heard' | 'adopted' | 'rejected' {
  if (votes === null) return 'heard';
  return votes.for * 2 > present ? 'adopted' : 'rejected';
}

/** Every voice is one of those present: the three numbers cannot add up to more. */
export const votesCountedRule = defineRule({
  room: 'bodies',
  id: 'votes-counted',
  validFrom: '2000-01-01',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
  facts: z.object({
    present: z.number().int(),
    items: z.array(z.object({ title: z.string(), votes: z.number().int().nullable() })),
  }),
  check({ present, items }) {
    if (items.length === 0) return refused({}, 'items', 'noAgenda');
    const wrong = items.find(({ votes }) => votes !== null && votes !== present);
    return wrong ? refused({ title: wrong.title, votes: wrong.votes, present }, 'items') : ok;
  },
});
