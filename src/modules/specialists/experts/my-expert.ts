import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { readTests } from '../tests/read-tests.ts';
import { readCard } from './read-card.ts';

export const myExpert = useCase(contract.myExpert, {
  right: 'specialists.ownExpert.read',
  async run({ tx, actor, today }) {
    const personId = found(actor.personId);
    const card = await readCard(tx, sql`e.person_id = ${personId}`, today);
    return { card: card ?? null, tests: await readTests(tx, personId, today) };
  },
  can: ({ may }) => ({ write: may('specialists.ownExpert.write') }),
});
