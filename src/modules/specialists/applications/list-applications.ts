import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { readApplications } from './read-applications.ts';

export const listApplications = useCase(contract.listApplications, {
  right: 'specialists.application.decide',
  async run({ input, tx }) {
    const rows = await readApplications(
      tx,
      sql`${input.state ?? null}::text is null or a.state = ${input.state ?? null}`,
    );
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ decide: may('specialists.application.decide') }),
});
