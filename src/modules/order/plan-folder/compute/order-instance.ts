import type { ForecastResult } from '../../../../engines/forecast/index.ts';
import {
  type Applicants,
  type Budget,
  checkInstance,
  type LicensedPair,
  type Need,
  type OrderInstance,
  type Programme,
} from '../../../../engines/seats/index.ts';
import { matchedShare } from '../../instance/matched-share.ts';
import { settings } from '../../settings.ts';
import type { Folder } from '../read/read-folder.ts';
import type { Row } from '../read/tables.ts';
import type { Assumptions } from './assumptions.ts';
import { crosswalkOf, occupationsOf, projectLineId } from './forecast-input.ts';
import { reachOf } from './reach.ts';
import { ARMY_RETURN, lossOf, type Shares } from './shares.ts';

/** How far a need line of each certainty counts (the portal's figures). */
const CONFIDENCE = { low: 0.5, mid: 0.8, high: 1 } as const;
const kopecks = (roubles: number) => Math.round(roubles * 100);
const POOL = 'region';

/** The whole question of an order as the engine's own document: the same rules as the portal's reading of its tables. */
export function makeInstance(
  folder: Folder,
  forecast: ForecastResult,
  sharesOf: (code: string) => Shares,
  names: { title: string; priority: string },
  out: Assumptions,
): OrderInstance {
  const { region, tables } = folder;
  const intakes = region.intakes ?? settings['order.intakes'].initial;
  const first = region.decisionYear;
  const last = first + intakes - 1;
  out.add('assume.intakes', { year: first, intakes });
  const cells = forecast.needs.filter((it) => !it.extrapolation && it.year >= first && it.trainNeedWhole > 0);
  const crosswalk = crosswalkOf(folder);
  const known = new Map(occupationsOf(folder).map((it) => [it.code, it]));
  const variants = new Set(tables.licences.map((it) => it.programme));
  const programmes = tables.programmes.filter((it) => variants.has(it.programme));
  const codes = new Set(programmes.map((it) => it.spo_code));
  const edges = crosswalk.filter((it) => codes.has(it.spo_code) && it.weight >= 0.001);
  const met = new Set([
    ...cells.map((it) => it.occupation),
    ...edges.map((it) => it.occupation),
    ...tables.retraining.map((it) => it.occupation),
  ]);
  const zones = new Map(tables.municipalities.map((it) => [it.zone, it.zone_name ?? it.zone]));
  return checkInstance({
    format: 'rostok-order/1',
    id: `${region.code}-${first}`,
    title: names.title,
    decisionYear: first,
    intakes,
    horizonYear: Math.max(forecast.baseYear + forecast.settings.horizon, first + 5),
    zones: [...zones].map(([id, name]) => ({ id, name, applicantArea: POOL })),
    districts: tables.municipalities.map(({ code, name, zone }) => ({ id: code, name, zone })),
    occupations: [...met].sort().map((id) => ({
      id,
      name: known.get(id)?.name ?? id,
      priority: known.get(id)?.priority ?? 1,
    })),
    colleges: placesOf(folder),
    programmes: programmes.map((row) => programmeOf(folder, row, sharesOf(row.spo_code), out)),
    workshops: workshopsOf(folder),
    pairs: pairsOf(folder),
    crosswalk: programmes.flatMap(({ programme, spo_code }) =>
      edges
        .filter((edge) => edge.spo_code === spo_code)
        .map(({ occupation, weight }) => ({ programme, occupation, share: weight })),
    ),
    reach: reachOf(folder),
    needs: needsOf(folder, cells),
    pipeline: cells
      .filter((it) => it.supply > 0)
      .map(({ occupation, zone, year, supply, trainNeedWhole }) => ({
        occupation,
        zone,
        year,
        people: Math.round(Math.min(supply, trainNeedWhole) * 1000) / 1000,
      })),
    applicants: applicantsOf(folder, first, last, out),
    budgets: budgetsOf(folder, first, last, out),
    ...retrainingOf(folder),
    policies: policiesOf(folder, programmes, names.priority),
    fairness: [],
    decisions: [],
    settings: { newPerCollegeYear: region.newProgrammesPerCollege },
  } satisfies OrderInstance);
}

function programmeOf(folder: Folder, row: Row<'programmes'>, shares: Shares, out: Assumptions): Programme {
  const sizes = folder.region.groups;
  const group = `${row.spo_code.slice(0, 2)}.00.00`;
  const { dropout, graduation } = lossOf(folder, row);
  const byGroup = settings['order.costByGroup'].initial as Record<string, number>;
  const gone = shares.furtherStudy + shares.parental + shares.otherRegion;
  const forms: Record<string, Programme['form']> = { 'full-time': 'full-time', evening: 'evening' };
  if (row.form !== 'part-time' && !forms[row.form])
    out.add('assume.form', { programme: row.programme, form: row.form });
  return {
    id: row.programme,
    code: row.spo_code,
    name: row.name,
    group,
    base: row.base === 9 ? 9 : 11,
    form: forms[row.form] ?? 'part-time',
    months: row.months,
    groupMin: sizes?.min ?? settings['order.groupMin'].initial,
    groupMax: sizes?.max ?? settings['order.groupMax'].initial,
    costPerStudentYear:
      row.cost !== null
        ? kopecks(row.cost)
        : (byGroup[group] ?? settings['order.costPerStudentYear'].initial),
    dropoutPerYear: dropout,
    graduation,
    armyShare: shares.army,
    armyReturn: ARMY_RETURN,
    inField: matchedShare({ army: shares.army, gone, inField: shares.inField }),
  };
}

/** Students who still hold their places in each year of the plan: a year's graduates leave before its September. */
function placesOf(folder: Folder): OrderInstance['colleges'] {
  const { colleges, licences, students } = folder.tables;
  const teaching = new Set(licences.map((it) => it.college));
  const { decisionYear } = folder.region;
  return colleges
    .filter((it) => teaching.has(it.code))
    .map(({ code, name, municipality, capacity }) => {
      const own = students.filter((it) => it.college === code);
      const legacy = Array.from({ length: 6 }, (_, i) => decisionYear + i).map((year) => ({
        year,
        students: own.reduce((sum, it) => (it.graduation_year > year ? sum + it.count : sum), 0),
      }));
      return {
        id: code,
        name,
        district: municipality,
        places: capacity,
        legacy: legacy.filter((it) => it.students > 0),
      };
    });
}

const workshopId = (row: Row<'licences'>) => `${row.college}: ${row.workshop}`;

function workshopsOf(folder: Folder): OrderInstance['workshops'] {
  const shops = new Map<string, { id: string; name: string; college: string; capacity: number }>();
  for (const row of folder.tables.licences) {
    if (!row.workshop || row.workshop_places === null) continue;
    const before = shops.get(workshopId(row));
    const capacity = Math.max(before?.capacity ?? 0, row.workshop_places);
    shops.set(workshopId(row), { id: workshopId(row), name: row.workshop, college: row.college, capacity });
  }
  return [...shops.values()];
}

function pairsOf(folder: Folder): LicensedPair[] {
  const { region, tables } = folder;
  const most = region.groups?.max ?? settings['order.groupMax'].initial;
  const cap = region.stabilityCap ?? settings['order.stabilityCap'].initial;
  const rural = new Set(tables.municipalities.flatMap((it) => (it.rural ? [it.code] : [])));
  const placeOf = new Map(tables.colleges.map((it) => [it.code, it.municipality]));
  return tables.licences.map((row) => {
    const lastYear = row.last_seats ?? 0;
    const change = Math.max(most, Math.round(lastYear * cap));
    return {
      college: row.college,
      programme: row.programme,
      lastYear,
      maxGroups: Math.max(1, Math.ceil(row.capacity / most)),
      ...(row.workshop && row.workshop_places !== null ? { workshop: workshopId(row) } : {}),
      isNew: row.new === true,
      // A change of at least one group is always allowed: small programmes open every second year.
      maxCut: change,
      maxRise: change,
      ...(row.signed_targets ? { minSeats: row.signed_targets } : {}),
      ...(rural.has(placeOf.get(row.college) ?? '')
        ? { groupMin: region.groups?.minRural ?? settings['order.groupMinRural'].initial }
        : {}),
    };
  });
}

function needsOf(folder: Folder, cells: ForecastResult['needs']): Need[] {
  const zoneOf = new Map(folder.tables.municipalities.map((it) => [it.code, it.zone]));
  const lines = new Map<string, NonNullable<Need['lines']>>();
  const put = (
    id: string,
    occupation: string,
    municipality: string,
    year: number,
    amount: number,
    sure: keyof typeof CONFIDENCE,
  ) => {
    const key = `${occupation} ${zoneOf.get(municipality)} ${year}`;
    lines.set(key, [...(lines.get(key) ?? []), { id, amount, confidence: CONFIDENCE[sure] }]);
  };
  for (const row of folder.tables.needs)
    put(row.id, row.occupation, row.municipality, row.year, row.count, row.confidence ?? 'mid');
  for (const row of folder.tables.projects)
    put(projectLineId(row), row.occupation, row.municipality, row.year, row.jobs, row.confidence ?? 'mid');
  return cells.map(({ occupation, zone, year, trainNeedWhole }) => ({
    occupation,
    zone,
    year,
    amount: trainNeedWhole,
    lines: (lines.get(`${occupation} ${zone} ${year}`) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));
}

/** School leavers who come to colleges; colleges stand in towns, so the region is one pool, as in the portal. */
function applicantsOf(folder: Folder, first: number, last: number, out: Assumptions): Applicants[] {
  const rows = folder.tables.applicants;
  if (rows.length === 0) return [];
  out.add('assume.onePool');
  const found: Applicants[] = [];
  for (let year = first; year <= last; year++) {
    const own = rows.filter((it) => it.year === year);
    if (own.length === 0) {
      out.add('assume.noApplicants', { year });
      continue;
    }
    const count = (of: (row: Row<'applicants'>) => number) =>
      Math.floor(own.reduce((sum, row) => sum + of(row), 0) + 1e-9);
    found.push({ area: POOL, year, base: 9, count: count((it) => (it.grade9 ?? 0) * (it.share9 ?? 0)) });
    found.push({ area: POOL, year, base: 11, count: count((it) => (it.grade11 ?? 0) * (it.share11 ?? 0)) });
  }
  return found;
}

/** Money for admission: sources named `…spo…`; one source alone needs no name. Retraining has its own. */
function budgetsOf(folder: Folder, first: number, last: number, out: Assumptions): Budget[] {
  const rows = folder.tables.budget.filter((it) => it.year >= first && it.year <= last);
  const spo = rows.filter((it) => /spo/i.test(it.source));
  const sources = new Set(rows.map((it) => it.source));
  const used = spo.length > 0 ? spo : sources.size === 1 ? rows : [];
  const unused = [...sources].filter((it) => !used.some((row) => row.source === it)).sort();
  out.add('assume.unusedBudgets', { count: unused.length, sources: unused.join(', ') }, unused.length);
  return used
    .map(({ source, year, name, limit, committed }) => ({
      id: source,
      name: name ?? source,
      year,
      amount: kopecks(limit),
      committed: kopecks(committed ?? 0),
    }))
    .sort((a, b) => (a.id === b.id ? a.year - b.year : a.id < b.id ? -1 : 1));
}

function retrainingOf(folder: Folder): Pick<OrderInstance, 'centres' | 'courses'> {
  const { retraining, municipalities } = folder.tables;
  const zoneOf = new Map(municipalities.map((it) => [it.code, it.zone]));
  const centres = [...new Set(retraining.map((it) => it.centre))].sort();
  const own = (centre: string) => retraining.filter((it) => it.centre === centre);
  const total = (rows: Row<'retraining'>[], of: (row: Row<'retraining'>) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0);
  return {
    centres: centres.map((id) => {
      const [head] = own(id);
      const limit = own(id).reduce((most, it) => Math.max(most, it.centre_groups ?? 0), 0);
      const groups = total(own(id), (it) => it.groups_max);
      const zone = zoneOf.get(head?.municipality ?? '') as string;
      return { id, name: head?.centre_name ?? id, zone, groupsPerYear: limit > 0 ? limit : groups };
    }),
    courses: centres.flatMap((centre) =>
      [...new Set(own(centre).map((it) => it.occupation))].sort().map((occupation) => {
        const rows = own(centre).filter((it) => it.occupation === occupation);
        return {
          centre,
          occupation,
          groupMin: rows.reduce((least, it) => Math.min(least, it.group_min), Number.POSITIVE_INFINITY),
          groupMax: rows.reduce((most, it) => Math.max(most, it.group_max), 0),
          maxGroups: total(rows, (it) => it.groups_max),
          costPerStudent: Math.max(
            1e5,
            Math.round(total(rows, (it) => kopecks(it.price ?? 25_000)) / rows.length),
          ),
          success: total(rows, (it) => it.success ?? 0.6) / rows.length,
        };
      }),
    ),
  };
}

function policiesOf(
  folder: Folder,
  programmes: Row<'programmes'>[],
  name: string,
): OrderInstance['policies'] {
  const { priorityShare, priorityGroups } = folder.region;
  if (priorityShare < 0.001) return [];
  const first = new Set(priorityGroups.map((it) => it.slice(0, 2)));
  const chosen = programmes.filter((it) => it.priority || first.has(it.spo_code.slice(0, 2)));
  if (chosen.length === 0) return [];
  const filter = { programmes: chosen.map((it) => it.programme).sort() };
  return [{ id: 'priority', name, kind: 'minShare', filter, share: Math.min(0.999, priorityShare) }];
}
