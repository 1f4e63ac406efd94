import type { DemoRegion } from '../../../region/kirov/demo/types.ts';
import { schoolYearDays } from '../../modules/programmes/rules/school-year.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import { days } from './days.ts';

/** The validity of a list of versions: each holds until the next begins. */
function versionDays(versions: { id: string; validFrom: string }[]): Map<string, string> {
  const sorted = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return new Map(
    sorted.map(({ id, validFrom }, i) => [id, `[${validFrom},${sorted[i + 1]?.validFrom ?? ''})`]),
  );
}

/** Colleges' programmes with their plans, groups, students with their history, and who teaches whom. */
export async function loadProgrammes(tx: Tx, region: DemoRegion, newId: () => string): Promise<void> {
  await bulkInsert(
    tx,
    'programmes.college',
    region.organisations
      .filter((o) => o.kind === 'college')
      .map((o) => ({
        organisation_id: o.id,
        places: o.capacity ?? 0,
        dormitory: o.dormitory ?? 0,
        ownership: o.ownership ?? 'state',
      })),
  );
  await bulkInsert(
    tx,
    'programmes.workshop',
    region.workshops.map((w) => ({
      id: w.id,
      organisation_id: w.collegeId,
      name: w.name,
      field_group: w.ugs,
      places: w.places,
    })),
  );
  await bulkInsert(
    tx,
    'programmes.programme',
    region.programmes.map((p) => ({
      id: p.id,
      organisation_id: p.collegeId,
      code: p.spoCode,
      name: p.name,
      base: p.base,
      form: p.form,
      months: p.months,
      capacity: p.capacity,
      workshop_id: p.workshopId,
      is_new: p.isNew,
    })),
  );
  const validity = new Map(region.programmes.flatMap((p) => [...versionDays(p.versions)]));
  const versions = region.programmes.flatMap((p) => p.versions.map((v) => ({ ...v, programmeId: p.id })));
  await bulkInsert(
    tx,
    'programmes.version',
    versions.map((v) => ({
      id: v.id,
      programme_id: v.programmeId,
      title: v.title,
      valid: validity.get(v.id),
    })),
  );
  await bulkInsert(
    tx,
    'programmes.module',
    versions.flatMap((v) =>
      v.modules.map((m, position) => ({
        id: newId(),
        version_id: v.id,
        code: m.code,
        name: m.name,
        kind: m.kind,
        academic_hours: m.academicHours,
        competences: m.competences,
        position,
      })),
    ),
  );
  await bulkInsert(
    tx,
    'programmes.seat_line',
    region.seatLines.map((s) => ({
      id: s.id,
      programme_id: s.programmeId,
      intake_year: s.year,
      funding: s.funding,
      seats: s.seats,
      applied: s.applied,
      enrolled: s.enrolled,
      average_mark: s.averageMark,
    })),
  );
  const collegeOf = new Map(region.programmes.map((p) => [p.id, p.collegeId]));
  await bulkInsert(
    tx,
    'registry.cohort',
    region.groups.map((g) => ({
      id: g.id,
      kind: 'study_group',
      name: g.code,
      organisation_id: collegeOf.get(g.programmeId),
    })),
  );
  await bulkInsert(
    tx,
    'programmes.study_group',
    region.groups.map((g) => ({
      id: g.id,
      programme_id: g.programmeId,
      version_id: g.versionId,
      code: g.code,
      intake_year: g.intakeYear,
      course: g.course,
      graduation_year: g.graduationYear,
      curator_id: g.curatorId,
    })),
  );
  await loadStudents(tx, region, newId);
  await loadTeaching(tx, region, newId);
  const codeOf = new Map(region.programmes.map((p) => [p.id, p.spoCode]));
  await bulkInsert(
    tx,
    'programmes.outcome',
    mergeOutcomes(region, codeOf).map((o) => ({
      id: newId(),
      organisation_id: collegeOf.get(o.programmeId),
      programme_id: o.programmeId,
      code: codeOf.get(o.programmeId),
      year: o.year,
      graduates: o.graduates,
      in_field: o.inField,
      other_work: o.otherWork,
      self_employed: o.selfEmployed,
      army: o.army,
      further_study: o.furtherStudy,
      parental_leave: o.parentalLeave,
      left_region: o.leftRegion,
      unemployed: o.unemployed,
      source: 'демо',
    })),
  );
}

/** One row for a college, code and year: variants of one code (base 9 and 11) are counted together. */
function mergeOutcomes(region: DemoRegion, codeOf: Map<string, string>) {
  const collegeOf = new Map(region.programmes.map((p) => [p.id, p.collegeId]));
  const merged = new Map<string, DemoRegion['outcomes'][number]>();
  for (const one of region.outcomes) {
    const key = `${collegeOf.get(one.programmeId)} ${codeOf.get(one.programmeId)} ${one.year}`;
    const sum = merged.get(key);
    if (!sum) merged.set(key, { ...one });
    else
      for (const part of [
        'graduates',
        'inField',
        'otherWork',
        'selfEmployed',
        'army',
        'furtherStudy',
        'parentalLeave',
        'leftRegion',
        'unemployed',
      ] as const)
        sum[part] += one[part];
  }
  return [...merged.values()];
}

/** Who teaches what, each with its tie to the group for the school year, as the portal itself writes it. */
async function loadTeaching(tx: Tx, { teaching }: DemoRegion, newId: () => string): Promise<void> {
  const rows = teaching.map((t) => ({ ...t, id: newId() }));
  await bulkInsert(
    tx,
    'programmes.teaching',
    rows.map((t) => ({
      id: t.id,
      person_id: t.personId,
      group_id: t.groupId,
      module_code: t.moduleCode,
      academic_hours: t.academicHours,
      school_year: t.year,
    })),
  );
  await bulkInsert(
    tx,
    'registry.tie',
    rows.map((t) => ({
      id: newId(),
      kind: 'teaches',
      person_id: t.personId,
      to_cohort_id: t.groupId,
      valid: days(schoolYearDays(t.year).from, schoolYearDays(t.year).to),
      source_kind: 'programmes.teaching',
      source_id: t.id,
    })),
  );
}

async function loadStudents(
  tx: Tx,
  { students, groups, programmes, asOf }: DemoRegion,
  newId: () => string,
): Promise<void> {
  await bulkInsert(
    tx,
    'programmes.student',
    students.map((s) => ({
      id: s.id,
      person_id: s.personId,
      group_id: s.groupId,
      seat_line_id: s.seatLineId,
      funding: s.funding,
      status: s.status,
    })),
  );
  await bulkInsert(
    tx,
    'programmes.student_event',
    students.flatMap((s) =>
      s.events.map((e) => ({
        id: newId(),
        student_id: s.id,
        on_date: e.date,
        kind: e.kind,
        order_number: e.order,
        ground: e.ground,
      })),
    ),
  );
  const collegeOf = new Map(programmes.map((p) => [p.id, p.collegeId]));
  const groupCollege = new Map(groups.map((g) => [g.id, collegeOf.get(g.programmeId)]));
  const stay = students.map((s) => {
    const left = s.events.find((e) => e.kind === 'expulsion' || e.kind === 'transfer-out')?.date;
    return { ...s, valid: `[${s.events[0]?.date ?? asOf},${left ?? ''})` };
  });
  await bulkInsert(
    tx,
    'registry.cohort_member',
    stay.map((s) => ({ cohort_id: s.groupId, person_id: s.personId, valid: s.valid })),
  );
  await bulkInsert(
    tx,
    'registry.assignment',
    stay
      .filter((s) => s.status === 'studying' || s.status === 'leave')
      .map((s) => ({
        id: newId(),
        person_id: s.personId,
        role: 'student',
        organisation_id: groupCollege.get(s.groupId),
        valid: s.valid,
        ground: 'programmes.student',
      })),
  );
}
