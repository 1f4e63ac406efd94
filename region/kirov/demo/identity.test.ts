import { expect, test } from 'vitest';
import municipalities from '../municipalities.json';
import { generateDemo } from './generate.ts';
import type { DemoRegion } from './types.ts';

const region = generateDemo('small');
const idsOf = (rows: { id: string }[]) => new Set(rows.map((row) => row.id));

/** The check digits recomputed from the published rules, apart from the generator's code. */
const innIsRight = (inn: string) => {
  const weights = [2, 4, 10, 3, 5, 9, 4, 6, 8, 0];
  return (
    inn.length === 10 &&
    (weights.reduce((total, weight, i) => total + weight * Number(inn[i]), 0) % 11) % 10 === Number(inn[9])
  );
};
const ogrnIsRight = (ogrn: string) =>
  /^\d{13}$/.test(ogrn) && Number((BigInt(ogrn.slice(0, 12)) % 11n) % 10n) === Number(ogrn[12]);

test('invented organisations say demo in their name and carry right numbers of a range nobody has', () => {
  const invented = region.organisations.filter((row) => row.demo);
  expect(new Set(invented.map((row) => row.inn)).size).toBe(invented.length);
  expect(new Set(region.organisations.map((row) => row.name)).size).toBe(region.organisations.length);
  expect(new Set(region.organisations.map((row) => row.code)).size).toBe(region.organisations.length);
  for (const row of invented) {
    expect(row.name).toContain('(демо)');
    expect(row.inn.startsWith('4399') && innIsRight(row.inn), row.inn).toBe(true);
    expect(row.ogrn.startsWith('19943') && ogrnIsRight(row.ogrn), row.ogrn).toBe(true);
    expect(row.kpp).toMatch(/^4399\d{5}$/);
    expect(row.municipality).not.toBeNull();
  }
  for (const row of region.organisations.filter((candidate) => !candidate.demo))
    expect([row.inn, row.ogrn]).toEqual(['', '']);
});

test('coordinates lie near the centre of the municipality', () => {
  const centres = new Map(municipalities.rows.map((row) => [row.code, row]));
  for (const row of region.organisations) {
    if (row.lat === null || row.lon === null) continue;
    const centre = centres.get(row.municipality!)!;
    expect(Math.abs(row.lat - centre.lat) < 0.15 && Math.abs(row.lon - centre.lon) < 0.25, row.name).toBe(
      true,
    );
  }
});

test('every id is a uuid of version 7 and stands once; every reference has its row', () => {
  const all = Object.values(region).flatMap((rows) => (Array.isArray(rows) ? rows : [])) as { id?: string }[];
  const ids = all.flatMap((row) => row.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const [rows, field, targets] of references(region)) {
    const known = idsOf(targets);
    const lost = rows
      .map((row) => (row as Record<string, unknown>)[field])
      .filter((id) => id !== null && !known.has(id as string));
    expect(lost, field).toEqual([]);
  }
});

test('people are marked demo and of a fitting age', () => {
  const birth = new Map(region.persons.map((row) => [row.id, row.birthDate]));
  expect(region.persons.filter((row) => !row.demo)).toEqual([]);
  const misnamed = region.persons.filter((row) => /[ая]$/.test(row.surname) !== (row.sex === 'f'));
  expect(misnamed).toEqual([]);
  const bornIn = region.students.map((row) => Number(birth.get(row.personId)!.slice(0, 4)));
  expect([Math.min(...bornIn) >= 2004, Math.max(...bornIn) <= 2011]).toEqual([true, true]);
  expect(region.roles.filter((role) => birth.get(role.personId)! >= '1999')).toEqual([]);
});

function references(r: DemoRegion): [rows: object[], field: string, targets: { id: string }[]][] {
  return [
    [r.roles, 'personId', r.persons],
    [r.roles, 'organisationId', r.organisations],
    [r.programmes, 'collegeId', r.organisations],
    [r.programmes, 'workshopId', r.workshops],
    [r.seatLines, 'programmeId', r.programmes],
    [r.groups, 'programmeId', r.programmes],
    [r.groups, 'curatorId', r.persons],
    [r.students, 'personId', r.persons],
    [r.students, 'groupId', r.groups],
    [r.students, 'seatLineId', r.seatLines],
    [r.teaching, 'personId', r.persons],
    [r.teaching, 'groupId', r.groups],
    [r.staff, 'organisationId', r.organisations],
    [r.needLines, 'organisationId', r.organisations],
    [r.needLines, 'projectId', r.projects],
    [r.vacancies, 'organisationId', r.organisations],
    [r.outcomes, 'programmeId', r.programmes],
    [r.courses, 'centreId', r.organisations],
    [r.consents, 'personId', r.persons],
    [r.bodies, 'organisationId', r.organisations],
    [r.projects, 'organisationId', r.organisations],
  ];
}
