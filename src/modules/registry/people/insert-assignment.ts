import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import { survivorOf } from '../merging/survivor.ts';
import { tellTie } from '../ties/tie.ts';

interface New {
  personId: string;
  role: string;
  organisationId: string | null;
  municipalityId?: string | null;
  from: string;
  to: string | null;
  appointedBy: string | null;
  ground: string;
  newId(): string;
}

/** Stores a dated role and, inside an organisation, the tie "works for" from the same paper. */
export async function insertAssignment(tx: Tx, a: New): Promise<string> {
  const id = a.newId();
  const personId = await survivorOf(tx, 'person', a.personId);
  const organisationId = a.organisationId && (await survivorOf(tx, 'organisation', a.organisationId));
  const busy = await sql`select 1 from registry.assignment where person_id = ${personId} and role = ${a.role}
    and organisation_id is not distinct from ${organisationId}
    and valid && daterange(${a.from}::date, ${a.to}::date, '[]')`.execute(tx);
  if (busy.rows.length > 0) throw refuse('registry:error.alreadyAppointed', {}, { status: 409 });
  await sql`insert into registry.assignment (id, person_id, role, organisation_id, municipality_id, valid, appointed_by, ground)
    values (${id}, ${personId}, ${a.role}, ${organisationId}, ${a.municipalityId ?? null},
      daterange(${a.from}::date, ${a.to}::date, '[]'), ${a.appointedBy}, ${a.ground})`.execute(tx);
  if (organisationId && WORKERS.has(a.role)) {
    const tieId = a.newId();
    await sql`insert into registry.tie (id, kind, person_id, to_organisation_id, valid, source_kind, source_id)
      values (${tieId}, 'works_for', ${personId}, ${organisationId}, daterange(${a.from}::date, ${a.to}::date, '[]'),
        'registry.assignment', ${id})`.execute(tx);
    await tellTie(tx, tieId, a.newId);
  }
  return id;
}

/** Roles whose holder is on the organisation's staff; a student or an outside expert is not. */
const WORKERS = new Set([
  'college_head',
  'college_deputy',
  'college_curator',
  'college_teacher',
  'college_hr',
  'college_admission',
  'enterprise_head',
  'enterprise_hr',
  'enterprise_foreman',
  'mentor',
  'institute_head',
  'institute_methodist',
  'university_coordinator',
  'school_counsellor',
]);
