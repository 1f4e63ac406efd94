import { sql } from 'kysely';
import type { z } from 'zod';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import type { attestationRow } from '../centres/centre-contract.ts';
import { contract } from '../contract.ts';

export const listAttestations = useCase(contract.listAttestations, {
  right: 'exams.board.read',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<
      z.output<typeof attestationRow>
    >`select a.id, a.organisation_id as "organisationId", o.short_name as organisation,
        a.programme_code as "programmeCode", a.graduation_year as "graduationYear", to_jsonb(a.kit_codes) as "kitCodes",
        to_jsonb(a.bounds) as bounds, a.scheme, a.with_project as "withProject", a.profile_decision as "profileDecision",
        a.council_on as "councilOn", a.approved_on as "approvedOn", a.shown_on as "shownOn", a.rev
      from exams.attestation a join registry.organisation_v o on o.id = a.organisation_id
      where ${within(scope, actor, { organisation: 'a.organisation_id' })}
        and (${input.year ?? null}::int is null or a.graduation_year = ${input.year ?? null})
      order by a.graduation_year desc, o.sort_key, a.programme_code`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ edit: may('exams.attestation.edit') }),
});
