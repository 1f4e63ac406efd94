import type { DemoRegion } from '../types.ts';
import { roubles, type TableRow } from './cells.ts';
import { codesOf, PRIORITY_GROUPS } from './supply-tables.ts';

export function applicantTable(region: DemoRegion): TableRow[] {
  return region.applicants.map((row) => ({ ...row }));
}

export function budgetTable(region: DemoRegion): TableRow[] {
  return region.budgets.map((row) => ({
    source: row.source,
    year: row.year,
    name: row.name,
    limit: roubles(row.limit),
    committed: roubles(row.committed),
  }));
}

export function retrainingTable(region: DemoRegion): TableRow[] {
  const codes = codesOf(region);
  const centres = new Map(region.organisations.map((row) => [row.id, row]));
  return region.courses.map((row) => {
    const own = region.courses.filter((other) => other.centreId === row.centreId);
    return {
      centre: codes.get(row.centreId)!,
      course: row.code,
      centre_name: centres.get(row.centreId)!.name,
      municipality: centres.get(row.centreId)!.municipality,
      name: row.name,
      occupation: row.occupation,
      hours: row.hours,
      weeks: row.weeks,
      group_min: row.groupMin,
      group_max: row.groupMax,
      groups_max: row.groupsMax,
      centre_groups: Math.max(3, Math.round(own.length * 0.6)),
      price: roubles(row.price),
      success: row.success,
    };
  });
}

export function regionSettings(region: DemoRegion): object {
  return {
    code: 'kirov',
    name: 'Кировская область (демо)',
    demo: true,
    decisionYear: 2027,
    horizon: { from: 2027, to: 2033 },
    asOf: region.asOf,
    groups: { min: 15, max: 25, minRural: 12 },
    stabilityCap: 0.5,
    newProgrammesPerCollege: 2,
    priorityShare: 0.3,
    priorityGroups: PRIORITY_GROUPS.map((code) => `${code}.00.00`),
    distance: { method: 'straight', detour: 1.3, limitKm: 60 },
    defaults: { retention: 0.84, availability: 0.7, inField: 0.65, army: 0.16, graduateShare: 0.6 },
    weightCap: 10,
    backlog: { days: 90, years: 2 },
  };
}
