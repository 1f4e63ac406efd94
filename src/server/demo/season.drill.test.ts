import { beforeAll, expect, test } from 'vitest';
import { type StaffingInstance, type StaffingResult, verifyStaffing } from '../../engines/staffing/index.ts';
import { applyStaffingJob } from '../../modules/exams/staffing/apply-staffing.job.ts';
import { computeStaffing } from '../../modules/exams/staffing/compute-staffing.job.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { runJob } from '../../testing/run-job.ts';
import { freshWorld, type TestWorld } from '../../testing/world.ts';
import { fillDemo } from './fill-demo.ts';

const SIZE = process.env.ROSTOK_DRILL_SIZE === 'small' ? 'small' : 'full';
let world: TestWorld;
beforeAll(async () => {
  world = await freshWorld();
  await inTransaction(world.db, (tx) => fillDemo(tx, world.newId, SIZE));
}, 900_000);

interface Card {
  rev: number;
  exams: number;
  seats: number;
  filled: number;
  empty: number;
  people: number;
  cost: number;
  bound: number;
  ms: number;
  season: {
    graduates: number;
    without: { students: number }[];
    unplaced: { students: number }[];
    gap: number;
    rounds: number[];
  };
  rows: { students: number; sessionId: string | null; seats: { fault: string | null }[] }[];
  demand: { closing: object[]; afterClosing: number; shortages: object[]; districts: object[] };
}

test('a year’s exams of the whole demo region: days, centres, experts, invitations, a verified bundle', async () => {
  const operator = world.as('exam_operator_coordinator');
  const lap = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await work();
    console.log(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
    return result;
  };
  const { id } = await world.call<{ id: string }>(
    'exams.startStaffing',
    { kind: 'season', from: '2027-05-17', to: '2027-06-30', year: 2027 },
    operator,
  );
  await lap('days, centres and experts', () => runJob(world, computeStaffing, { staffingId: id }));
  const card = () => world.call<Card>('exams.getStaffing', { id }, operator);
  const run = await card();
  const { season, demand } = run;
  const without = [...season.without, ...season.unplaced].reduce((sum, one) => sum + one.students, 0);
  console.log(
    `graduates ${season.graduates}, without kit, centre or day ${without}, exams ${run.exams}, seats ${run.seats}, filled ${run.filled}, empty ${run.empty}, experts ${run.people}, cost ${run.cost}, bound ${run.bound}, calendar gap ${(100 * season.gap).toFixed(2)} %, rounds ${season.rounds.join(' ')}, solver ${run.ms} ms, shortages ${demand.shortages.length}, who closes ${demand.closing.length}, empty then ${demand.afterClosing}`,
  );
  expect(run.rows.reduce((sum, one) => sum + one.students, 0) + without).toBe(season.graduates);
  expect(run.filled + run.empty).toBe(run.seats);
  const bundle = await world.call<{ instances: string; answers: string }>(
    'exams.exportStaffing',
    { id },
    operator,
  );
  const answers = bundle.answers
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StaffingResult);
  for (const [i, line] of bundle.instances.trim().split('\n').entries())
    expect(verifyStaffing(JSON.parse(line) as StaffingInstance, answers[i] as StaffingResult)).toEqual([]);
  await world.call('exams.applyStaffing', { id, rev: run.rev }, operator);
  await lap('exams created and experts invited', () =>
    runJob(world, applyStaffingJob, { staffingId: id, personId: null, role: 'exam_operator_coordinator' }),
  );
  const applied = await card();
  const faults = applied.rows.flatMap(({ seats }) => seats.flatMap(({ fault }) => fault ?? []));
  console.log(`refused invitations ${faults.length}`, [...new Set(faults)].slice(0, 5));
  expect(applied.rows.filter(({ sessionId }) => sessionId === null)).toEqual([]);
  expect(faults).toEqual([]);
}, 1_800_000);
