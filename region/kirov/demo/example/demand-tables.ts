import crosswalk from '../../../reference/crosswalk.json';
import occupations from '../../../reference/occupations.json';
import { AGE_BANDS } from '../staff.ts';
import { MUNICIPALITIES } from '../territory.ts';
import type { DemoRegion } from '../types.ts';
import type { TableRow } from './cells.ts';
import { codesOf, PRIORITY_GROUPS } from './supply-tables.ts';

/** Share of openings that a college graduate is to fill, by the usual way into an occupation: the authors' guess. */
const GRADUATE_SHARE: Record<string, number> = {
  none: 0,
  'short-training': 0.15,
  vocational: 0.6,
  higher: 0,
};

/** Priority 3: reached from a priority group; 2: other trades of colleges; 1: the rest. */
export function occupationTable(): TableRow[] {
  const urgent = new Set(
    crosswalk.rows
      .filter((row) => PRIORITY_GROUPS.includes(row.spo.slice(0, 2)))
      .map((row) => row.occupation),
  );
  return occupations.rows.map((row) => ({
    code: row.code,
    name: row.name,
    okz: row.okz,
    okpdtr: row.okpdtr,
    category: row.category,
    level: row.level,
    graduate_share: GRADUATE_SHARE[row.level] ?? null,
    priority: row.level !== 'vocational' ? 1 : urgent.has(row.code) ? 3 : 2,
  }));
}

export function crosswalkTable(region: DemoRegion): TableRow[] {
  const taught = new Set(region.programmes.map((row) => row.spoCode));
  return crosswalk.rows
    .filter((row) => taught.has(row.spo))
    .map((row) => ({ spo_code: row.spo, occupation: row.occupation, weight: row.weight, basis: row.basis }));
}

export function enterpriseTable(region: DemoRegion): TableRow[] {
  return region.organisations
    .filter((row) => row.kind === 'enterprise')
    .map((row) => ({
      code: row.code,
      name: row.name,
      inn: row.inn,
      ogrn: row.ogrn,
      kpp: row.kpp,
      okved: row.okved,
      municipality: row.municipality,
      lat: row.lat,
      lon: row.lon,
      size_class: row.sizeClass,
      headcount: row.headcount,
      access: row.access,
    }));
}

export function needTable(region: DemoRegion): TableRow[] {
  const codes = codesOf(region);
  return region.needLines
    .filter((row) => row.kind !== 'project')
    .map((row, i) => ({
      id: `need-${String(i + 1).padStart(5, '0')}`,
      enterprise: codes.get(row.organisationId)!,
      municipality: row.municipality,
      occupation: row.occupation,
      year: row.year,
      kind: row.kind,
      count: row.count,
      confidence: row.confidence,
      reason: row.reason,
      spo_code: row.spoCodeWanted,
    }));
}

export function projectTable(region: DemoRegion): TableRow[] {
  const codes = codesOf(region);
  const projects = new Map(region.projects.map((row) => [row.id, row]));
  return region.needLines
    .filter((row) => row.kind === 'project')
    .map((row) => ({
      project: projects.get(row.projectId!)!.code,
      occupation: row.occupation,
      year: row.year,
      name: projects.get(row.projectId!)!.name,
      enterprise: codes.get(row.organisationId)!,
      municipality: row.municipality,
      jobs: row.count,
      confidence: row.confidence,
    }));
}

export function staffAgeTable(region: DemoRegion): TableRow[] {
  const zoneOf = new Map(MUNICIPALITIES.map((row) => [row.code, row.zone]));
  const placeOf = new Map(region.organisations.map((row) => [row.id, zoneOf.get(row.municipality ?? '')!]));
  const cells = new Map<string, number>();
  for (const row of region.staff) {
    for (const [band, count] of row.ages.entries()) {
      if (count === 0) continue;
      const key = `${row.occupation} ${placeOf.get(row.organisationId)} ${AGE_BANDS[band]}`;
      cells.set(key, (cells.get(key) ?? 0) + count);
    }
  }
  return [...cells.keys()].sort().map((key) => {
    const [occupation, zone, from] = key.split(' ') as [string, string, string];
    const ageTo = Number(from) === 70 ? null : Number(from) + 4;
    return { occupation, zone, age_from: Number(from), age_to: ageTo, count: cells.get(key)! };
  });
}

export const staffingTable = (region: DemoRegion): TableRow[] => region.staffing.map((row) => ({ ...row }));

export function headcountTable(region: DemoRegion): TableRow[] {
  return region.headcounts.map((row) => ({
    section: row.section,
    size_class: row.sizeClass,
    year: row.year,
    population: row.population,
    respondents: row.respondents,
  }));
}

/** Vacancies as an answer of the trudvsem API, so that the importer of real answers reads them. */
export function vacancyAnswer(region: DemoRegion): object {
  const owners = new Map(region.organisations.map((row) => [row.id, row]));
  const vacancies = region.vacancies.map((row) => {
    const owner = owners.get(row.organisationId)!;
    const okpdtr = occupations.rows.find((item) => item.code === row.occupation)!.okpdtr;
    const rubles = (kopecks: number | null) => (kopecks ?? 0) / 100;
    return {
      vacancy: {
        id: row.id,
        'job-name': row.title,
        typicalPosition: row.title,
        code_profession: okpdtr || null,
        salary_min: rubles(row.salaryMin),
        salary_max: rubles(row.salaryMax),
        currency: '«руб.»',
        company: {
          companycode: owner.ogrn,
          inn: owner.inn,
          kpp: owner.kpp,
          ogrn: owner.ogrn,
          name: owner.name,
          'hr-agency': false,
        },
        region: { region_code: '4300000000000', name: 'Кировская область' },
        addresses: {
          address: [
            {
              location: `Кировская область, ${owner.municipality} (демо)`,
              lng: String(owner.lon),
              lat: String(owner.lat),
            },
          ],
        },
        work_places: row.workPlaces,
        'creation-date': row.created,
        date_modify: `${row.created}T09:00:00+0300`,
        category: { specialisation: '', industry: '' },
        source: 'демо',
      },
    };
  });
  return { status: '200', meta: { total: vacancies.length, limit: 100 }, results: { vacancies } };
}
