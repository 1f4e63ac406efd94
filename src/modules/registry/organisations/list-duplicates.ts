import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { findTwins } from './find-twins.ts';
import { type OrganisationRow, organisationColumns } from './organisation-row.ts';

/** Pairs that look like one organisation, with the reasons. Proposed, never merged silently. */
export const listDuplicates = useCase(contract.listDuplicates, {
  right: 'registry.organisation.merge',
  async run({ input, tx, today }) {
    const twins = await findTwins(tx, today);
    const pairs = twins.slice(input.offset, input.offset + input.limit);
    if (pairs.length === 0) return { rows: [], total: twins.length };
    const { rows } = await sql<OrganisationRow>`select ${organisationColumns} from registry.organisation_v o
      where o.id in (${sql.join(pairs.flatMap(({ a, b }) => [a, b]))})`.execute(tx);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const whole = pairs.flatMap(({ a, b, reasons }) => {
      const [first, second] = [byId.get(a), byId.get(b)];
      return first && second ? [{ a: first, b: second, reasons }] : [];
    });
    return { rows: whole, total: twins.length };
  },
});
