import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { readCards } from '../placements/placement-card.ts';

export const myPractice = useCase(contract.myPractice, {
  right: 'practice.own.read',
  async run({ tx, actor, today }) {
    const cards = await readCards(
      tx,
      sql<boolean>`p.person_id = ${actor.personId} and p.state not in ('requested', 'failed')`,
      today,
    );
    return { today, rows: cards.toSorted((a, b) => (a.from < b.from ? 1 : -1)) };
  },
});
