import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { expertsWithin } from './expert-row.ts';
import { readCard } from './read-card.ts';

export const getExpert = useCase(contract.getExpert, {
  right: 'specialists.expert.read',
  async run({ input, tx, actor, scope, today }) {
    const card = found(await readCard(tx, sql`e.id = ${input.id} and ${expertsWithin(scope, actor)}`, today));
    // how many circumstances were told is for the expert alone
    return actor.personId === card.personId ? card : { ...card, circumstances: 0 };
  },
  can: ({ may }) => ({ edit: may('specialists.expert.edit') }),
  reads: ({ data }) => ({ kind: 'specialists.expert', id: data.id, personId: data.personId }),
});
