import { sql } from 'kysely';
import { sortKey } from '../../../platform/i18n/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** Organisations by a part of the name: names are public, so that parties can be found by those who propose. */
export const listCandidates = useCase(contract.listCandidates, {
  right: 'agreements.agreement.edit',
  async run({ input, tx }) {
    const words = `%${sortKey(input.search).replace(/[%_\\]/g, '\\$&')}%`;
    const { rows } = await sql<{ id: string; name: string; kind: string }>`select id, short_name as name, kind
      from registry.organisation_v where closed_on is null and sort_key like ${words} order by sort_key, id limit 20`.execute(
      tx,
    );
    return { rows };
  },
});
