import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Session } from './load-session.ts';

interface Row {
  kitCodes: string[] | null;
  councilOn: string | null;
  approvedOn: string | null;
  shownOn: string | null;
  withProject: boolean | null;
  profileDecision: string | null;
  chair: string | null;
  boardApprovedOn: string | null;
  worksHere: boolean;
  checkPlaces: number | null;
  short: number | null;
}

/** What the plan of an exam rests on: programme of attestation, board, paper of the centre. */
export async function planFacts(tx: Tx, s: Session) {
  const year = Number(s.day.slice(0, 4));
  const kind = s.regime === 'WSR_2020' ? 'accreditation' : 'equipment';
  const { rows } =
    await sql<Row>`select a.kit_codes as "kitCodes", a.council_on as "councilOn", a.approved_on as "approvedOn",
      a.shown_on as "shownOn", a.with_project as "withProject", a.profile_decision as "profileDecision",
      b.chair, b.approved_on as "boardApprovedOn", coalesce(b.works_here, false) as "worksHere",
      c.workplaces as "checkPlaces", jsonb_array_length(c.short) as short
    from (select 1) one
    left join exams.attestation a on a.id = ${s.attestationId}
    left join lateral (select d.approved_on, p.short_name as chair,
        exists (select 1 from registry.tie_v t where t.kind = 'works_for' and t.person_id = m.person_id
          and t.to_organisation_id = ${s.organisationId} and t.valid @> ${s.day}::date) as works_here
      from exams.board d left join exams.board_member m on m.board_id = d.id and m.post = 'chair'
      left join registry.person_v p on p.id = m.person_id
      where d.kind = 'board' and d.organisation_id = ${s.organisationId} and d.year = ${year}) b on true
    left join lateral (select k.workplaces, k.short from exams.centre_check k where k.centre_id = ${s.centreId}
        and k.kit_code = ${s.kitCode} and k.kind = ${kind} and k.valid @> ${s.day}::date limit 1) c on true`.execute(
      tx,
    );
  const row = rows[0] as Row;
  return {
    kit: { included: row.kitCodes?.includes(s.kitCode) ?? false, programme: row.kitCodes !== null },
    form: { code: s.programmeCode, withProject: row.withProject ?? false },
    profileDecision: row.profileDecision,
    programme: { councilOn: row.councilOn, approvedOn: row.approvedOn, shownOn: row.shownOn, day: s.day },
    board: { year, chair: row.chair, approvedOn: row.boardApprovedOn, worksHere: row.worksHere },
    centre: {
      found: row.checkPlaces !== null,
      code: s.kitCode,
      day: s.day,
      places: row.checkPlaces ?? 0,
      workplaces: s.workplaces,
      short: row.short ?? 0,
    },
  };
}
