import type { DemoRegion } from '../../../region/kirov/demo/types.ts';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';
import type { PlaceIds } from './load-territory.ts';

const SOURCE = 'демо';

/** What enterprises say: staff, need lines, projects, vacancies; and the official totals answers are weighted to. */
export async function loadNeeds(tx: Tx, region: DemoRegion, places: PlaceIds): Promise<void> {
  const place = (code: string) => places.get(code) ?? null;
  await bulkInsert(
    tx,
    'needs.project',
    region.projects.map((p) => ({
      id: p.id,
      code: p.code,
      name: p.name,
      organisation_id: p.organisationId,
      municipality_id: place(p.municipality),
      start_year: p.startYear,
      jobs: p.jobs,
      source: SOURCE,
    })),
  );
  await bulkInsert(
    tx,
    'needs.line',
    region.needLines.map((l) => ({
      id: l.id,
      organisation_id: l.organisationId,
      municipality_id: place(l.municipality),
      occupation: l.occupation,
      year: l.year,
      kind: l.kind,
      count: l.count,
      confidence: l.confidence,
      reason: l.reason,
      project_id: l.projectId,
      spo_code: l.spoCodeWanted,
      source: SOURCE,
      stated_on: region.asOf,
      state: 'confirmed',
    })),
  );
  await bulkInsert(
    tx,
    'needs.staff',
    region.staff.map((s) => ({
      organisation_id: s.organisationId,
      occupation: s.occupation,
      year: 2026,
      headcount: s.headcount,
      ages: s.ages,
    })),
  );
  const names = new Map(region.organisations.map((o) => [o.id, o]));
  await bulkInsert(
    tx,
    'needs.vacancy',
    region.vacancies.map((v) => ({
      id: v.id,
      source: SOURCE,
      external_id: v.id,
      organisation_id: v.organisationId,
      employer: names.get(v.organisationId)?.shortName,
      inn: names.get(v.organisationId)?.inn,
      title: v.title,
      occupation: v.occupation,
      municipality_id: place(v.municipality),
      opened_on: v.created,
      seen_on: region.asOf,
      work_places: v.workPlaces,
      salary_min: v.salaryMin,
      salary_max: v.salaryMax,
      raw: {},
    })),
  );
  await bulkInsert(
    tx,
    'needs.population_headcount',
    region.headcounts.map((h) => ({
      section: h.section,
      size_class: h.sizeClass,
      year: h.year,
      population: h.population,
      source: SOURCE,
    })),
  );
  await bulkInsert(
    tx,
    'needs.staffing',
    region.staffing.map((s) => ({
      section: s.section,
      occupation: s.occupation,
      year: s.year,
      headcount: s.headcount,
      source: SOURCE,
    })),
  );
}

/** Inputs of the order: school leavers, money, retraining courses. */
export async function loadOrderInputs(tx: Tx, region: DemoRegion, places: PlaceIds): Promise<void> {
  await bulkInsert(
    tx,
    'training_order.applicants',
    region.applicants.map((a) => ({
      municipality_id: places.get(a.municipality),
      year: a.year,
      grade9: a.grade9,
      grade11: a.grade11,
      share9: a.share9,
      share11: a.share11,
      mobile: a.mobile ?? 0,
      source: SOURCE,
    })),
  );
  await bulkInsert(
    tx,
    'training_order.budget',
    region.budgets.map((b) => ({
      source: b.source,
      year: b.year,
      name: b.name,
      amount: b.limit,
      committed: b.committed,
    })),
  );
  await bulkInsert(
    tx,
    'training_order.course',
    region.courses.map((c) => ({
      id: c.id,
      code: c.code,
      centre_id: c.centreId,
      name: c.name,
      kind: c.kind,
      occupation: c.occupation,
      hours: c.hours,
      group_min: c.groupMin,
      group_max: c.groupMax,
      groups_max: c.groupsMax,
      price: c.price,
      success: c.success,
    })),
  );
}
