import municipalities from '../../municipalities.json';
import { costOf } from '../budgets.ts';
import { graduateShares } from '../shares.ts';
import { LAST_INTAKE } from '../sizes.ts';
import type { DemoProgramme, DemoRegion, DemoStudent } from '../types.ts';
import { mark, roubles, share, type TableRow } from './cells.ts';

/** Fields that the region calls its priorities: machines, energy, land transport, medicine, farming. */
export const PRIORITY_GROUPS = ['13', '15', '23', '31', '34', '35'];

export function municipalityTable(): TableRow[] {
  const zones = new Map(municipalities.zones.map((zone) => [zone.code, zone.name]));
  return municipalities.rows.map((row) => ({
    code: row.code,
    name: row.name,
    short_name: row.shortName,
    kind: row.kind,
    centre: row.centre,
    lat: row.lat,
    lon: row.lon,
    rural: row.rural ? 1 : 0,
    zone: row.zone,
    zone_name: zones.get(row.zone) ?? null,
  }));
}

export function collegeTable(region: DemoRegion): TableRow[] {
  return region.organisations
    .filter((row) => row.kind === 'college')
    .map((row) => ({
      code: row.code,
      name: row.name,
      inn: row.inn,
      municipality: row.municipality,
      ownership: row.ownership ?? null,
      capacity: row.capacity ?? null,
      dormitory: row.dormitory ?? null,
      lat: row.lat,
      lon: row.lon,
    }));
}

export function programmeTable(region: DemoRegion): TableRow[] {
  const variants = new Map(region.programmes.map((row) => [row.variant, row]));
  return [...variants.values()]
    .sort((a, b) => (a.variant < b.variant ? -1 : 1))
    .map((row) => {
      const fate = graduateShares(row.spoCode);
      const lost = fate.army + fate.furtherStudy + fate.parentalLeave + fate.leftRegion;
      return {
        programme: row.variant,
        spo_code: row.spoCode,
        name: row.name,
        base: row.base,
        form: row.form,
        months: row.months,
        cost: roubles(costOf(row.spoCode)),
        retention: share(0.94 ** (row.months / 12)),
        availability: share(1 - lost),
        in_field: share(fate.inField / (1 - lost)),
        army: share(fate.army),
        priority: PRIORITY_GROUPS.includes(row.spoCode.slice(0, 2)) ? 1 : 0,
      };
    });
}

/** Seats of the last year a programme was opened; target contracts of the coming intake are a twentieth of them. */
export function licenceTable(region: DemoRegion): TableRow[] {
  const codes = codesOf(region);
  const workshops = new Map(region.workshops.map((row) => [row.id, row]));
  return region.programmes.map((row) => {
    const lines = region.seatLines.filter((line) => line.programmeId === row.id && line.year === LAST_INTAKE);
    const of = (funding: string) => lines.find((line) => line.funding === funding);
    const main = of('quota') ?? of('paid');
    const workshop = workshops.get(row.workshopId ?? '');
    return {
      college: codes.get(row.collegeId)!,
      programme: row.variant,
      capacity: row.capacity,
      workshop: workshop?.name ?? null,
      workshop_places: workshop?.places ?? null,
      new: row.isNew ? 1 : 0,
      last_year: row.isNew ? null : LAST_INTAKE,
      last_seats: row.isNew ? null : (of('quota')?.seats ?? 0),
      last_paid: row.isNew ? null : (of('paid')?.seats ?? 0),
      applied: main?.applied ?? null,
      enrolled: main?.enrolled ?? null,
      average_mark: main ? mark(main.averageMark) : null,
      signed_targets: Math.floor((of('quota')?.seats ?? 0) / 20),
    };
  });
}

/** Students by cohort: no persons leave the program in this folder. */
export function studentTable(region: DemoRegion): TableRow[] {
  const codes = codesOf(region);
  const groups = new Map(region.groups.map((row) => [row.id, row]));
  const programmes = new Map(region.programmes.map((row) => [row.id, row]));
  const women = new Set(region.persons.filter((row) => row.sex === 'f').map((row) => row.id));
  const cohorts = new Map<
    string,
    {
      programme: DemoProgramme;
      intake: number;
      course: number;
      last: number;
      funding: string;
      rows: DemoStudent[];
    }
  >();
  for (const student of region.students) {
    if (student.status !== 'studying' && student.status !== 'leave') continue;
    const group = groups.get(student.groupId)!;
    const programme = programmes.get(group.programmeId)!;
    const key = `${codes.get(programme.collegeId)} ${programme.variant} ${group.intakeYear} ${student.funding}`;
    const cohort = cohorts.get(key) ?? {
      programme,
      intake: group.intakeYear,
      course: group.course,
      last: group.graduationYear,
      funding: student.funding,
      rows: [],
    };
    cohort.rows.push(student);
    cohorts.set(key, cohort);
  }
  return [...cohorts.keys()].sort().map((key) => {
    const { programme, intake, course, last, funding, rows } = cohorts.get(key)!;
    return {
      college: codes.get(programme.collegeId)!,
      programme: programme.variant,
      intake_year: intake,
      funding,
      course,
      count: rows.length,
      on_leave: rows.filter((row) => row.status === 'leave').length,
      women: rows.filter((row) => women.has(row.personId)).length,
      graduation_year: last,
    };
  });
}

export function outcomeTable(region: DemoRegion): TableRow[] {
  const codes = codesOf(region);
  const programmes = new Map(region.programmes.map((row) => [row.id, row]));
  return region.outcomes.map(({ programmeId, ...row }) => ({
    college: codes.get(programmes.get(programmeId)!.collegeId)!,
    programme: programmes.get(programmeId)!.variant,
    year: row.year,
    graduates: row.graduates,
    in_field: row.inField,
    other_work: row.otherWork,
    self_employed: row.selfEmployed,
    army: row.army,
    further_study: row.furtherStudy,
    parental_leave: row.parentalLeave,
    left_region: row.leftRegion,
    unemployed: row.unemployed,
  }));
}

export const codesOf = (region: DemoRegion) => new Map(region.organisations.map((row) => [row.id, row.code]));
