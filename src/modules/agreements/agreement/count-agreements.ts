import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { readTerms } from './read-terms.ts';
import { expiring, inactive } from './row-columns.ts';
import { visible } from './visible.ts';

interface Counts {
  inForce: number;
  expiring: number;
  inactive: number;
  waiting: number;
}

export const countAgreements = useCase(contract.countAgreements, {
  right: 'agreements.agreement.read',
  async run({ tx, actor, scope, today }) {
    const terms = await readTerms(tx, today);
    const { rows } =
      await sql<Counts>`select count(*) filter (where a.state in ('in_force', 'changing'))::int as "inForce",
        count(*) filter (where ${expiring(terms, today)})::int as expiring,
        count(*) filter (where ${inactive(terms, today)})::int as inactive,
        count(*) filter (where a.state in ('proposed', 'changing'))::int as waiting
      from agreements.agreement a where ${visible(scope, actor)}`.execute(tx);
    return { ...found(rows[0]), ...terms };
  },
});
