import { sql } from 'kysely';
import { demandAll, judge, settingsOf } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { formRule, schemeRule } from '../rules/result-rules.ts';

/** Kits, form, dates and the table of grades of one specialty and year. A table in use by graded exams stays. */
export const saveAttestation = useCase(contract.saveAttestation, {
  right: 'exams.attestation.edit',
  async run({ input, tx, actor, today, newId, change }) {
    const organisationId = found(actor.organisationId);
    const { programmeCode, graduationYear, kitCodes, scheme, bounds, withProject, profileDecision } = input;
    const { councilOn, approvedOn, shownOn } = input;
    demandAll([
      [schemeRule, judge(schemeRule, { bounds }, {}, today)],
      [
        formRule,
        judge(formRule, { code: programmeCode, withProject }, await settingsOf(tx, formRule, today), today),
      ],
    ]);
    const { rows: old } = await sql<{
      id: string;
      graded: boolean;
      same: boolean;
    }>`select a.id, to_jsonb(a.bounds) = ${JSON.stringify(bounds)}::jsonb as same,
        exists (select 1 from exams.session s where s.attestation_id = a.id and s.state in ('graded', 'closed')) as graded
      from exams.attestation a where a.organisation_id = ${organisationId} and a.programme_code = ${programmeCode}
        and a.graduation_year = ${graduationYear} for update`.execute(tx);
    if (old[0]?.graded && !old[0].same) throw refuse('exams:error.schemeInUse', {}, { status: 409 });
    const { rows } = await sql<{
      id: string;
    }>`insert into exams.attestation (id, organisation_id, programme_code, graduation_year, kit_codes,
        bounds, scheme, with_project, profile_decision, council_on, approved_on, shown_on, is_demo)
      values (${newId()}, ${organisationId}, ${programmeCode}, ${graduationYear},
        (select array_agg(value) from jsonb_array_elements_text(${JSON.stringify(kitCodes)}::jsonb)),
        ${`{${bounds.join(',')}}`}::int[], ${scheme}, ${withProject}, ${profileDecision}, ${councilOn}, ${approvedOn}, ${shownOn},
        (select is_demo from registry.organisation_v where id = ${organisationId}))
      on conflict (organisation_id, programme_code, graduation_year) do update set kit_codes = excluded.kit_codes,
        bounds = excluded.bounds, scheme = excluded.scheme, with_project = excluded.with_project,
        profile_decision = excluded.profile_decision, council_on = excluded.council_on, approved_on = excluded.approved_on,
        shown_on = excluded.shown_on, rev = exams.attestation.rev + 1 returning id`.execute(tx);
    const { id } = found(rows[0]);
    await sql`update exams.session s set attestation_id = ${id} from exams.kit k where k.id = s.kit_id and k.programme_code = ${programmeCode}
      and s.organisation_id = ${organisationId} and s.attestation_id is null and extract(year from s.day) = ${graduationYear}`.execute(
      tx,
    );
    change({
      subject: { kind: 'exams.attestation', id, organisationId },
      after: {
        programmeCode,
        graduationYear,
        kitCodes,
        scheme,
        bounds,
        withProject,
        profileDecision,
        councilOn,
        approvedOn,
        shownOn,
      },
    });
    return { id };
  },
});
