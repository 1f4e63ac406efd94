import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { sortKey } from '../../../platform/i18n/sort-key.ts';
import { groupKey } from './words.ts';

export interface KnownStudent {
  id: string;
  personId: string;
  groupId: string;
  sortKey: string;
  birthDate: string | null;
  funding: 'quota' | 'target' | 'paid';
  status: 'studying' | 'leave' | 'expelled' | 'transferred' | 'graduated';
  externalKey: string | null;
  seatLineId: string | null;
}

export interface KnownGroup {
  id: string;
  code: string;
  programmeId: string;
  programmeCode: string;
  intakeYear: number;
  graduationYear: number;
}

export interface KnownProgramme {
  id: string;
  code: string;
  base: number;
  form: string;
  months: number;
}

/** What a college has: loaded once for a whole file. */
export interface KnownContingent {
  students: KnownStudent[];
  byKey: Map<string, KnownStudent>;
  byName: Map<string, KnownStudent[]>;
  groups: Map<string, KnownGroup[]>;
  programmes: KnownProgramme[];
  /** `programme year funding` → seat line. */
  lines: Map<string, string>;
}

/** Name in the order and spelling by which people are compared. */
export const nameKey = (p: { surname: string; givenName: string; patronymic: string | null }) =>
  sortKey([p.surname, p.givenName, p.patronymic].filter(Boolean).join(' '));

export async function knownContingent(tx: Tx, organisationId: string): Promise<KnownContingent> {
  const students = await sql<KnownStudent>`select s.id, s.person_id as "personId", s.group_id as "groupId",
      r.sort_key as "sortKey", r.birth_date as "birthDate", s.funding, s.status, s.external_key as "externalKey",
      s.seat_line_id as "seatLineId"
    from programmes.student s join programmes.study_group g on g.id = s.group_id
    join programmes.programme p on p.id = g.programme_id join registry.person_v r on r.id = s.person_id
    where p.organisation_id = ${organisationId}
    order by s.status in ('studying', 'leave') desc, s.id desc`.execute(tx);
  const groups =
    await sql<KnownGroup>`select g.id, g.code, g.programme_id as "programmeId", p.code as "programmeCode",
      g.intake_year as "intakeYear", g.graduation_year as "graduationYear"
    from programmes.study_group g join programmes.programme p on p.id = g.programme_id
    where p.organisation_id = ${organisationId} order by g.intake_year desc, g.id`.execute(tx);
  const programmes = await sql<KnownProgramme>`select id, code, base, form, months from programmes.programme
    where organisation_id = ${organisationId} order by closed_on is null desc, is_adapted, id`.execute(tx);
  const lines = await sql<{ id: string; key: string }>`select l.id,
      l.programme_id || ' ' || l.intake_year || ' ' || l.funding as key
    from programmes.seat_line l join programmes.programme p on p.id = l.programme_id
    where p.organisation_id = ${organisationId}`.execute(tx);
  const byKey = new Map<string, KnownStudent>();
  const byName = new Map<string, KnownStudent[]>();
  for (const student of students.rows) {
    if (student.externalKey && !byKey.has(student.externalKey)) byKey.set(student.externalKey, student);
    byName.set(student.sortKey, [...(byName.get(student.sortKey) ?? []), student]);
  }
  const byCode = new Map<string, KnownGroup[]>();
  for (const group of groups.rows) {
    const key = groupKey(group.code);
    byCode.set(key, [...(byCode.get(key) ?? []), group]);
  }
  return {
    students: students.rows,
    byKey,
    byName,
    groups: byCode,
    programmes: programmes.rows,
    lines: new Map(lines.rows.map(({ key, id }) => [key, id])),
  };
}
