import { expect, test } from 'vitest';
import kinds from '../reference/organisation-kinds.json';
import bodies from './bodies.json';
import facts from './facts.json';
import municipalities from './municipalities.json';
import settings from './settings.json';

const day = /^\d{4}-\d\d-\d\d$/;

test('45 municipalities, at most 20 zones, short names fit a map cell, points lie in the region', () => {
  expect(municipalities.rows.length).toBe(45);
  expect(municipalities.zones.length).toBeLessThanOrEqual(20);
  expect(new Set(municipalities.rows.map((row) => row.code)).size).toBe(45);
  expect(new Set(municipalities.rows.map((row) => `${row.mapLat} ${row.mapLon}`)).size).toBe(45);
  const zones = new Set(municipalities.zones.map((zone) => zone.code));
  for (const row of municipalities.rows) {
    expect(row.shortName.length, row.shortName).toBeLessThanOrEqual(12);
    expect(zones.has(row.zone), row.name).toBe(true);
    expect(row.rural).toBe(row.kind === 'district');
    for (const lat of [row.lat, row.mapLat]) expect(lat > 56 && lat < 61.1, row.name).toBe(true);
    for (const lon of [row.lon, row.mapLon]) expect(lon > 46.2 && lon < 54, row.name).toBe(true);
  }
});

test('settings are dated, unique on a day, with source and a known trust mark', () => {
  const marks = Object.keys(settings.list.trustMarks);
  expect(new Set(settings.rows.map((row) => `${row.key} ${row.validFrom}`)).size).toBe(settings.rows.length);
  for (const row of settings.rows) {
    expect(row.validFrom).toMatch(day);
    expect(row.source.length, row.key).toBeGreaterThan(3);
    expect(marks, row.key).toContain(row.trust);
  }
  const weights = settings.rows.find((row) => row.key === 'quota.criteriaWeights');
  expect(Object.values(weights?.value as unknown as Record<string, number>).reduce((a, b) => a + b)).toBe(
    100,
  );
});

test('public bodies and facts name their source; bodies are of known kinds and never demo', () => {
  const known = new Set(kinds.rows.map((row) => row.code));
  for (const row of bodies.rows) {
    expect(known.has(row.kind), row.name).toBe(true);
    expect(row.demo).toBe(false);
    expect(row.source.length).toBeGreaterThan(3);
  }
  for (const row of facts.rows) {
    expect(row.date).toMatch(day);
    expect(row.source.length).toBeGreaterThan(3);
  }
});
