import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { bulkInsert, inTransaction, type Tx } from '../../../platform/database/index.ts';
import { appendHistory, canonical } from '../../../platform/history/index.ts';
import { defineJob } from '../../../platform/jobs/index.ts';
import { found, refuse, system } from '../../../platform/use-case/index.ts';
import { plannableExperts, readTieFacts, type TieFacts } from '../../specialists/index.ts';
import { type Closed, closeShortage } from '../demand/close-shortage.ts';
import { demandOf, districtsOf } from '../demand/demand-of.ts';
import type { Options } from './build-month.ts';
import { type ExamToStaff, readExams } from './read-exams.ts';
import { readGraduates, readSites } from './read-graduates.ts';
import { type Dated, scheduleSeason } from './schedule-season.ts';
import { monthsOf, type StaffedMonth, staffMonth } from './staff-month.ts';

export interface StaffingRow {
  id: string;
  kind: 'staffing' | 'season';
  from: string;
  to: string;
  options: Options & { year?: number };
  state: string;
}

export const loadStaffing = async (tx: Tx, id: string, lock = false): Promise<StaffingRow> => {
  const { rows } =
    await sql<StaffingRow>`select id, kind, lower(days) as "from", upper(days) - 1 as "to", options, state
    from exams.staffing where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return found(rows[0]);
};

interface Season extends Omit<Dated, 'exams'> {
  graduates: number;
  without: { code: string; students: number; why: 'kit' | 'centre' }[];
  rounds: number[];
}

const JOB = 'exams.computeStaffing';
/** Calendars tried at most: where experts of a day fell short, the next one puts fewer exams there. */
const ROUNDS = 3;

const emptyIn = (months: readonly StaffedMonth[]) =>
  months.reduce((sum, { seats }) => sum + seats.filter(({ personId }) => personId === null).length, 0);

/** Months do not touch one another: while one is computed in its thread, the next is read. */
const staffAll = (
  tx: Tx,
  exams: readonly ExamToStaff[],
  options: Options,
  facts?: TieFacts,
): Promise<StaffedMonth[]> =>
  Promise.all(monthsOf(exams).map((month) => staffMonth(tx, month, options, { facts })));

/** Days and centres first, then people; where people fall short, days again. */
async function planSeason(tx: Tx, row: StaffingRow, newId: () => string) {
  const { from, to, options } = row;
  const sites = await readSites(tx, from, to);
  const { parts, without } = await readGraduates(tx, {
    year: options.year ?? Number(to.slice(0, 4)),
    on: from,
    sites,
    newId,
  });
  // the calendars that are tried differ in their days: the people, and what ties them, are the same
  const experts = await plannableExperts(tx, { regime: 'ORDER_800', from, to });
  const facts = await readTieFacts(
    tx,
    experts.map(({ personId }) => personId),
    parts.flatMap(({ students }) => students.map(({ personId }) => personId)),
  );
  const kitOf = new Map(parts.map((one) => [one.id, one.kitCode]));
  const fewer = new Map<string, { competence: string; day: string; experts: number }>();
  const rounds: number[] = [];
  let best: { dated: Dated; months: StaffedMonth[]; lost: number } | null = null;
  while (rounds.length < ROUNDS) {
    const dated = await scheduleSeason(tx, { parts, sites, experts, from, to, fewer: [...fewer.values()] });
    const months = await staffAll(tx, dated.exams, options, facts);
    const lost = emptyIn(months) + 4 * (parts.length - dated.exams.length);
    rounds.push(emptyIn(months));
    const better = best === null || lost < best.lost;
    if (better) best = { dated, months, lost };
    if (lost === 0 || !better) break;
    const dayOf = new Map(dated.exams.map((exam) => [exam.id, exam.day]));
    for (const { seats } of months)
      for (const { examId, personId } of seats) {
        if (personId !== null) continue;
        const key = { competence: kitOf.get(examId) ?? '', day: dayOf.get(examId) ?? '' };
        const one = fewer.get(JSON.stringify(key)) ?? { ...key, experts: 0 };
        one.experts += 1;
        fewer.set(JSON.stringify(key), one);
      }
  }
  const { dated, months } = found(best);
  const { exams, ...rest } = dated;
  const graduates =
    parts.reduce((sum, one) => sum + one.students.length, 0) +
    without.reduce((sum, one) => sum + one.students, 0);
  const season: Season = { ...rest, graduates, without, rounds };
  return { exams, months, season };
}

/** Staffs the planned exams of a stretch, or a whole season from its graduates; stored whole, so a job cut off begins anew. */
export const computeStaffing = defineJob<{ staffingId: string }>({
  name: JOB,
  titleKey: 'exams:staffing.job',
  link: ({ input }) => `/exam-staffing/${input.staffingId}`,
  async run({ input: { staffingId }, world, progress, signal }) {
    progress(5, 'exams:staffing.step.reading');
    const row = await loadStaffing(world.db, staffingId);
    if (row.state !== 'computing') return { staffingId };
    const { options } = row;
    let season: Season | null = null;
    let exams: ExamToStaff[];
    let months: StaffedMonth[];
    if (row.kind === 'season') {
      progress(15, 'exams:staffing.step.scheduling');
      ({ exams, months, season } = await planSeason(world.db, row, world.newId));
    } else {
      exams = await readExams(
        world.db,
        sql<boolean>`s.state = 'planned' and s.day between ${row.from}::date and ${row.to}::date`,
      );
      if (exams.length === 0)
        throw refuse('exams:staffing.error.noExams', { from: row.from, to: row.to }, { status: 409 });
      progress(25, 'exams:staffing.step.staffing');
      months = await staffAll(world.db, exams, options);
    }
    signal.throwIfAborted();
    progress(65, 'exams:staffing.step.closing');
    const closed: Closed[] = [];
    const byMonth = new Map(
      monthsOf(exams).map((list) => [`${list[0]?.day.slice(0, 7)} ${list[0]?.regime}`, list]),
    );
    for (const month of months)
      closed.push(
        await closeShortage(world.db, byMonth.get(`${month.month} ${month.regime}`) ?? [], month, options),
      );
    signal.throwIfAborted();
    progress(85, 'exams:staffing.step.saving');
    const seats = months.flatMap((month) => month.seats);
    const summary = {
      exams: exams.length,
      seats: exams.reduce((sum, { required }) => sum + required + 1, 0),
      kept: exams.reduce((sum, { seated }) => sum + seated.length, 0),
      filled: seats.filter(({ personId }) => personId !== null).length,
      empty: emptyIn(months),
      people: new Set(seats.flatMap(({ personId }) => personId ?? [])).size,
      km: months.reduce((sum, { result }) => sum + result.km, 0),
      cost: months.reduce((sum, { result }) => sum + result.cost, 0),
      bound: months.reduce((sum, { result }) => sum + result.bound, 0),
      ms: months.reduce((sum, { ms }) => sum + ms, 0),
      season,
      demand: demandOf(exams, months),
      districts: districtsOf(exams, months),
      shortages: months.flatMap(({ shortages }) => shortages),
      closing: closed.flatMap(({ people }) => people),
      afterClosing: closed.reduce((sum, { after }) => sum + after, 0),
    };
    const parts = months.map(({ month, regime, instance, result }) => ({ month, regime, instance, result }));
    const hash = createHash('sha256').update(canonical(parts)).digest('hex');
    await inTransaction(world.db, async (tx) => {
      if ((await loadStaffing(tx, staffingId, true)).state !== 'computing') return;
      const ids = new Map(exams.map(({ id }) => [id, world.newId()]));
      await bulkInsert(
        tx,
        'exams.staffing_exam',
        exams.map((exam) => ({
          id: ids.get(exam.id),
          staffing_id: staffingId,
          session_id: row.kind === 'staffing' ? exam.id : null,
          kit_id: exam.kitId,
          centre_id: exam.centreId,
          organisation_id: exam.organisationId,
          day: exam.day,
          code: exam.codes[0],
          students: exam.students,
          required: exam.required,
        })),
      );
      await bulkInsert(
        tx,
        'exams.staffing_seat',
        seats.map(({ examId, role, personId, substitutes }) => ({
          id: world.newId(),
          staffing_id: staffingId,
          exam_id: ids.get(examId),
          role,
          person_id: personId,
          substitutes,
        })),
      );
      await sql`update exams.staffing set state = 'proposed', parts = ${JSON.stringify(parts)}::jsonb, hash = ${hash},
        summary = ${JSON.stringify(summary)}::jsonb, rev = rev + 1 where id = ${staffingId}`.execute(tx);
      await appendHistory(tx, {
        act: 'change',
        useCase: JOB,
        actor: system(JOB),
        at: world.now().toISOString(),
        subject: { kind: 'exams.staffing', id: staffingId },
        after: { hash, exams: summary.exams, empty: summary.empty },
      });
    });
    return { staffingId, exams: summary.exams, empty: summary.empty, ms: summary.ms };
  },
});
