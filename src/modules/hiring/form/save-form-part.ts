import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { FACT_COLUMNS } from '../rules/form-controls.ts';

/** Lines about disability are kept as counts alone: the portal holds no such thing of a person. */
export const saveFormPart = useCase(contract.saveFormPart, {
  right: 'hiring.form.edit',
  async run({ input, tx, actor, change }) {
    const organisationId = found(actor.organisationId);
    const { programmeCode, year, line, counts } = input;
    const strange = Object.keys(counts).find((it) => !(FACT_COLUMNS as readonly string[]).includes(it));
    if (strange)
      throw refuse(
        'hiring:error.noColumn',
        { column: strange },
        { fields: [{ path: 'counts', key: 'hiring:error.noColumn', params: { column: strange } }] },
      );
    await sql`insert into hiring.form_part (organisation_id, programme_code, graduation_year, line, counts)
      values (${organisationId}, ${programmeCode}, ${year}, ${line}, ${JSON.stringify(counts)}::jsonb)
      on conflict (organisation_id, programme_code, graduation_year, line) do update set counts = excluded.counts`.execute(
      tx,
    );
    change({
      subject: { kind: 'hiring.form', id: organisationId, organisationId },
      after: { programmeCode, year, line, counts },
    });
    return { line };
  },
});
