import type { ForecastInput, NeedLine, ProjectNeed } from '../../../../engines/forecast/index.ts';
import { forecastSettings } from '../../../forecast/index.ts';
import type { Folder } from '../read/read-folder.ts';
import type { Row } from '../read/tables.ts';
import type { Assumptions } from './assumptions.ts';
import { ARMY_RETURN, GRADUATION, lossOf, retentionOf, type Shares } from './shares.ts';
import type { Evidence } from './vacancy-evidence.ts';

const ORDER = { low: 1, mid: 2, high: 3 } as const;
type Confidence = keyof typeof ORDER;

export const baseYearOf = (folder: Folder) => Number(folder.region.asOf.slice(0, 4));

/** Occupations of the folder, or the product's list. */
export const occupationsOf = (folder: Folder): Row<'occupations'>[] =>
  folder.tables.occupations.length > 0 ? folder.tables.occupations : folder.reference.occupations;
export const crosswalkOf = (folder: Folder): Row<'crosswalk'>[] =>
  folder.tables.crosswalk.length > 0 ? folder.tables.crosswalk : folder.reference.crosswalk;

/** The folder as the forecast engine reads it: the same rules as the portal's own reading of its tables. */
export function makeForecastInput(
  folder: Folder,
  sharesOf: (code: string) => Shares,
  evidence: Evidence[],
  out: Assumptions,
): ForecastInput {
  const { region, tables, reference } = folder;
  const baseYear = baseYearOf(folder);
  const span = region.horizon.to - baseYear;
  const facts = factYear(folder, baseYear);
  if (facts !== null && facts !== baseYear)
    out.add('assume.olderStatistics', { year: facts, base: baseYear });
  const enterprises = new Map(tables.enterprises.map((it) => [it.code, it]));
  const answered = new Set(tables.needs.map((it) => it.enterprise));
  const rates =
    region.exitRates.length > 0 ? region.exitRates : forecastSettings['forecast.exitRates'].initial;
  const unknown = [...answered].filter((it) => !enterprises.has(it));
  out.add(
    'assume.unknownEnterprises',
    { count: unknown.length, codes: unknown.slice(0, 5).join(', ') },
    unknown.length,
  );
  const listed = new Set(occupationsOf(folder).map((it) => it.code));
  const strangers = [...new Set(tables.needs.map((it) => it.occupation))]
    .filter((it) => !listed.has(it))
    .sort();
  out.add(
    'assume.unknownOccupations',
    { count: strangers.length, codes: strangers.slice(0, 10).join(', ') },
    strangers.length,
  );
  return {
    format: 'rostok-forecast-input/1',
    baseYear,
    seed: 1,
    settings: {
      horizon: Math.min(7, span),
      extrapolation: Math.max(0, span - 7),
      weightCap: region.weightCap,
      backlogYears: region.backlog.years,
      defaultGraduateShare: region.defaults.graduateShare,
    },
    needLines: makeLines(folder, baseYear, evidence),
    respondents: [...answered].sort().flatMap((id) => {
      const it = enterprises.get(id);
      const place = tables.municipalities.find((m) => m.code === it?.municipality);
      if (!it || !place) return [];
      const okved = reference.sectionOf(it.okved);
      return [
        {
          enterpriseId: id,
          okved,
          sizeClass: it.size_class ?? '1-15',
          zone: place.zone,
          headcount: it.headcount ?? 0,
        },
      ];
    }),
    population: tables.population_headcount
      .filter((it) => it.year === facts)
      .map((it) => ({ okved: it.section, sizeClass: it.size_class, zone: '', headcount: it.population })),
    industrySeries: summed(
      tables.population_headcount.filter((it) => it.year <= baseYear),
      (it) => `${it.section}|${it.year}`,
      (it) => it.population,
    ).map(({ row, sum }) => ({ okved: row.section, zone: '', year: row.year, headcount: sum })),
    occupationSeries: summed(
      tables.staffing.filter((it) => it.year <= baseYear),
      (it) => `${it.occupation}|${it.year}`,
      (it) => it.headcount,
    ).map(({ row, sum }) => ({ occupation: row.occupation, zone: '', year: row.year, headcount: sum })),
    staffing: tables.staffing
      .filter((it) => it.year <= baseYear)
      .map((it) => ({
        okved: it.section,
        occupation: it.occupation,
        year: it.year,
        headcount: it.headcount,
      })),
    ages: summed(
      tables.staff_ages.filter((it) => it.count > 0),
      (it) => `${it.occupation}|${it.age_from}`,
      (it) => it.count,
    ).map(({ row, sum }) => ({
      occupation: row.occupation,
      year: baseYear,
      sex: 'all',
      ageFrom: row.age_from,
      ageTo: row.age_to ?? Math.min(100, row.age_from + 4),
      headcount: sum,
    })),
    exitRates: rates.map((rate) => ({ ...rate, sex: 'all', occupation: null, validFrom: null })),
    occupationExits: [],
    projects: makeProjects(folder),
    cohorts: makeCohorts(folder, baseYear, sharesOf),
    otherSupply: [],
    occupations: occupationsOf(folder).map(({ code, okz }) => ({
      id: code,
      fallback: okz ? [okz, okz.slice(0, 3)] : [],
    })),
    programmes: longest(folder).map((row) => {
      const { army, furtherStudy, parental, otherRegion, inField } = sharesOf(row.spo_code);
      return {
        id: row.spo_code,
        lengthMonths: row.months,
        retention: retentionOf(folder, row),
        army,
        // The formula knows three ways of not being there; those who left the region go with further study.
        furtherStudy: furtherStudy + otherRegion,
        parental,
        inField,
      };
    }),
    crosswalk: turnedCrosswalk(folder),
  };
}

/** Last year of the official headcounts not after the base year. */
function factYear(folder: Folder, baseYear: number): number | null {
  const years = folder.tables.population_headcount.map((it) => it.year).filter((it) => it <= baseYear);
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null;
}

function summed<T>(rows: T[], keyOf: (row: T) => string, of: (row: T) => number): { row: T; sum: number }[] {
  const sums = new Map<string, { row: T; sum: number }>();
  for (const row of rows) {
    const entry = sums.get(keyOf(row));
    if (entry) entry.sum += of(row);
    else sums.set(keyOf(row), { row, sum: of(row) });
  }
  return [...sums.values()];
}

/** One answer of an enterprise about an occupation in a zone and a year, evidence of the first year among them. */
function makeLines(folder: Folder, baseYear: number, evidence: Evidence[]): NeedLine[] {
  const { tables, reference } = folder;
  const zoneOf = new Map(tables.municipalities.map((it) => [it.code, it.zone]));
  const enterprises = new Map(tables.enterprises.map((it) => [it.code, it]));
  const graduates = new Map(occupationsOf(folder).map((it) => [it.code, it.graduate_share]));
  const lines = new Map<string, NeedLine>();
  const line = (enterprise: string, municipality: string, occupation: string, year: number): NeedLine => {
    const zone = zoneOf.get(municipality) as string;
    const id = `${enterprise}:${occupation}:${zone}:${year}`;
    const found = lines.get(id);
    if (found) return found;
    const owner = enterprises.get(enterprise);
    const made: NeedLine = {
      id,
      enterpriseId: enterprise,
      okved: reference.sectionOf(owner?.okved ?? null),
      sizeClass: owner?.size_class ?? '1-15',
      zone,
      municipality,
      occupation,
      year,
      headcountBefore: null,
      headcountPlan: null,
      declaredNew: 0,
      declaredReplacement: 0,
      leavers: null,
      project: 0,
      vacanciesOver90: 0,
      internalRefillShare: null,
      graduateShare: graduates.get(occupation) ?? null,
      confidence: 'high',
      status: 'confirmed',
    };
    lines.set(id, made);
    return made;
  };
  const lower = (at: NeedLine, confidence: Confidence) => {
    if (ORDER[confidence] < ORDER[at.confidence]) at.confidence = confidence;
  };
  for (const row of tables.needs) {
    if (row.kind === 'project') continue;
    const at = line(row.enterprise, row.municipality, row.occupation, row.year);
    if (row.kind === 'new') at.declaredNew = (at.declaredNew ?? 0) + row.count;
    else at.declaredReplacement = (at.declaredReplacement ?? 0) + row.count;
    lower(at, row.confidence ?? 'mid');
  }
  for (const row of evidence) {
    const at = line(row.enterprise, row.municipality, row.occupation, baseYear + 1);
    at.vacanciesOver90 += row.places;
    lower(at, 'mid');
  }
  return [...lines.values()];
}

function makeProjects(folder: Folder): ProjectNeed[] {
  const zoneOf = new Map(folder.tables.municipalities.map((it) => [it.code, it.zone]));
  const graduates = new Map(occupationsOf(folder).map((it) => [it.code, it.graduate_share]));
  const project = (
    id: string,
    row: { occupation: string; municipality: string; year: number; confidence: Confidence | null },
    places: number,
  ): ProjectNeed => ({
    id,
    occupation: row.occupation,
    zone: zoneOf.get(row.municipality) as string,
    year: row.year,
    places,
    confidence: row.confidence ?? 'mid',
    graduateShare: graduates.get(row.occupation) ?? null,
  });
  return [
    ...folder.tables.projects.map((row) => project(projectLineId(row), row, row.jobs)),
    ...folder.tables.needs
      .filter((row) => row.kind === 'project')
      .map((row) => project(row.id, row, row.count)),
  ];
}

export const projectLineId = (row: Row<'projects'>) => `${row.project}:${row.occupation}:${row.year}`;

/** Those who study now, by college, code and year of graduation. */
function makeCohorts(
  folder: Folder,
  baseYear: number,
  sharesOf: (code: string) => Shares,
): ForecastInput['cohorts'] {
  const { students, programmes, colleges, municipalities } = folder.tables;
  const byKey = new Map(programmes.map((it) => [it.programme, it]));
  const placeOf = new Map(colleges.map((it) => [it.code, it.municipality]));
  const zoneOf = new Map(municipalities.map((it) => [it.code, it.zone]));
  const groups = summed(
    students.filter((it) => it.graduation_year > baseYear && it.count > 0),
    (it) => `${it.college}:${byKey.get(it.programme)?.spo_code}:${it.graduation_year}`,
    (it) => it.count,
  );
  return groups.map(({ row, sum }) => {
    const programme = byKey.get(row.programme) as Row<'programmes'>;
    const { inField, ...leaving } = sharesOf(programme.spo_code);
    return {
      id: `${row.college}:${programme.spo_code}:${row.graduation_year}`,
      programme: programme.spo_code,
      college: row.college,
      zone: zoneOf.get(placeOf.get(row.college) ?? '') as string,
      graduationYear: row.graduation_year,
      students: sum,
      countedAt: baseYear,
      dropoutPerYear: lossOf(folder, programme).dropout,
      graduateShare: GRADUATION,
      ...leaving,
      armyReturn: ARMY_RETURN,
      inField,
      workZones: [],
    };
  });
}

/** One row per code: its longest variant speaks for the closed formula. */
function longest(folder: Folder): Row<'programmes'>[] {
  const rows = new Map<string, Row<'programmes'>>();
  for (const row of folder.tables.programmes) {
    const before = rows.get(row.spo_code);
    if (!before || row.months > before.months) rows.set(row.spo_code, row);
  }
  return [...rows.values()];
}

/**
 * Occupation → programme, turned round from "programme → occupation": an occupation's need is divided over the codes
 * that lead to it by weight × yearly capacity of the licences. What no licensed code leads to stays unmapped.
 */
function turnedCrosswalk(folder: Folder): ForecastInput['crosswalk'] {
  const codeOf = new Map(folder.tables.programmes.map((it) => [it.programme, it.spo_code]));
  const capacity = new Map<string, number>();
  for (const row of folder.tables.licences) {
    const code = codeOf.get(row.programme) as string;
    capacity.set(code, (capacity.get(code) ?? 0) + row.capacity);
  }
  const led = crosswalkOf(folder).flatMap((edge) => {
    const open = capacity.get(edge.spo_code);
    return open && edge.weight > 0 ? [{ ...edge, pull: edge.weight * Math.max(1, open) }] : [];
  });
  const totals = new Map<string, number>();
  for (const { occupation, pull } of led) totals.set(occupation, (totals.get(occupation) ?? 0) + pull);
  return led
    .map(({ occupation, spo_code, pull }) => ({
      id: `${spo_code}>${occupation}`,
      from: occupation,
      programme: spo_code,
      // Rounded down to six digits, so that the weights of one occupation never exceed one.
      weight: Math.floor((pull / (totals.get(occupation) as number)) * 1e6) / 1e6,
    }))
    .filter((it) => it.weight > 0);
}
