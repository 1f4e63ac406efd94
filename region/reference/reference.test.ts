import { describe, expect, test } from 'vitest';
import { okpdtrCheckDigit } from './check-digits.ts';
import competencies from './competencies.json';
import crosswalk from './crosswalk.json';
import mechanisms from './mechanisms.json';
import occupations from './occupations.json';
import okved2 from './okved2.json';
import organisationKinds from './organisation-kinds.json';
import qualifications from './qualifications.json';
import spo from './spo.json';
import forms from './training-forms.json';
import ugs from './ugs.json';

const lists = { competencies, mechanisms, occupations, okved2, organisationKinds, spo, forms, ugs };
const codes = (rows: { code: string }[]) => new Set(rows.map((row) => row.code));

describe('reference lists', () => {
  test.each(
    Object.entries(lists),
  )('%s: unique codes, names without stray spaces, a stated source', (_, file) => {
    expect(codes(file.rows).size).toBe(file.rows.length);
    for (const row of file.rows) {
      expect(row.name, row.code).toBe(row.name.trim().replace(/\s+/g, ' '));
      expect(row.name, row.code).not.toMatch(/[A-Za-z]/);
    }
    expect(file.list.source.length).toBeGreaterThan(5);
    expect(file.list.check.length).toBeGreaterThan(5);
  });

  test('СПО codes have the form NN.01.NN or NN.02.NN, an existing group and a live successor', () => {
    const groups = codes(ugs.rows);
    const known = codes(spo.rows);
    for (const row of spo.rows) {
      expect(row.code).toMatch(row.kind === 'profession' ? /^\d\d\.01\.\d\d$/ : /^\d\d\.02\.\d\d$/);
      expect(groups.has(row.ugs) && row.code.startsWith(row.ugs.slice(0, 3)), row.code).toBe(true);
      expect(row.months9 !== null || row.months11 !== null, row.code).toBe(true);
      expect(row.check).toBe('сверить с приказом');
      if (row.replacedBy) expect(known.has(row.replacedBy), row.code).toBe(true);
    }
  });

  test('occupations stand under their ОКЗ group and given ОКПДТР codes pass the check digit', () => {
    expect(okpdtrCheckDigit('10065')).toBe('6'); // Аппаратчик 100656 on the state vacancy portal
    expect(okpdtrCheckDigit('10460')).toBe('4'); // 104604, same source
    for (const row of occupations.rows) {
      expect(row.code).toMatch(/^\d{4}\.\d\d$/);
      expect(row.okz).toBe(row.code.slice(0, 4));
      if (row.okpdtr) expect(row.okpdtr.slice(5), row.name).toBe(okpdtrCheckDigit(row.okpdtr.slice(0, 5)));
    }
    const given = occupations.rows.filter((row) => row.okpdtr).map((row) => row.okpdtr);
    expect(new Set(given).size).toBe(given.length);
  });

  test('every crosswalk edge has two ends, weights of a programme sum to at most one', () => {
    const [from, to] = [codes(spo.rows), codes(occupations.rows)];
    const sums = new Map<string, number>();
    const seen = new Set<string>();
    for (const edge of crosswalk.rows) {
      expect(from.has(edge.spo) && to.has(edge.occupation), `${edge.spo} ${edge.occupation}`).toBe(true);
      expect(edge.weight).toBeGreaterThan(0);
      seen.add(`${edge.spo} ${edge.occupation}`);
      sums.set(edge.spo, (sums.get(edge.spo) ?? 0) + edge.weight);
    }
    expect(seen.size).toBe(crosswalk.rows.length);
    expect(sums.size).toBe(spo.rows.length);
    for (const [code, sum] of sums) expect(sum, code).toBeLessThanOrEqual(1 + 1e-9);
    const reached = new Set(crosswalk.rows.map((edge) => edge.occupation));
    for (const row of occupations.rows)
      if (row.level === 'vocational') expect(reached.has(row.code), row.name).toBe(true);
  });

  test('ОКВЭД2 has 21 sections and their 88 classes', () => {
    const sections = codes(okved2.rows.filter((row) => row.parent === null));
    expect([sections.size, okved2.rows.length - sections.size]).toEqual([21, 88]);
    for (const row of okved2.rows) if (row.parent) expect(sections.has(row.parent), row.code).toBe(true);
  });

  test('competencies name a known group, qualifications name known programmes, forms a known parent', () => {
    for (const row of competencies.rows) expect(codes(ugs.rows).has(row.ugs), row.code).toBe(true);
    for (const row of qualifications.rows)
      for (const code of row.programmes) expect(codes(spo.rows).has(code)).toBe(true);
    for (const row of forms.rows)
      if (row.parent) expect(codes(forms.rows).has(row.parent), row.code).toBe(true);
    expect(mechanisms.rows.map((row) => row.code)).toEqual(
      Array.from({ length: 15 }, (_, i) => `RS-${String(i + 1).padStart(2, '0')}`),
    );
  });
});
