import { sql } from 'kysely';
import type { ScheduleInstance } from '../../../engines/staffing/index.ts';
import { productionCalendar } from '../../../platform/calendar/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { callThread } from '../../../platform/threads/call-thread.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import { codesThatCover, type PlannableExpert } from '../../specialists/index.ts';
import { positions } from './position.ts';
import type { ExamToStaff } from './read-exams.ts';
import type { Part, Site } from './read-graduates.ts';
import type { Scheduled } from './season.worker.ts';

const calendar = productionCalendar({ unknownYear: 'statutory' });
const WEIGHTS = { unplaced: 10_000, km: 1, late: 2 };
const STEPS = 60_000;

/** Working days of a stretch. */
export function workingDays(from: string, to: string): string[] {
  const out: string[] = [];
  for (let day = from; day <= to; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10))
    if (calendar.isWorkingDay(day)) out.push(day);
  return out;
}

export interface Dated {
  exams: ExamToStaff[];
  unplaced: { code: string; students: number }[];
  cost: number;
  bound: number;
  gap: number;
  ms: number;
}

/**
 * A day and a centre for each part: centres that may hold its kit, one exam of a centre a day, so many experts of the
 * specialty a day. `fewer` says where the experts that are free of conflict fell short before.
 */
export async function scheduleSeason(
  tx: Tx,
  {
    parts,
    sites,
    experts,
    from,
    to,
    fewer = [],
  }: {
    parts: readonly Part[];
    sites: readonly Site[];
    experts: readonly PlannableExpert[];
    from: string;
    to: string;
    fewer?: { competence: string; day: string; experts: number }[];
  },
): Promise<Dated> {
  const at = await positions(tx);
  const place = (id: string | null) => (id ? (at.get(id) ?? {}) : {});
  const days = workingDays(from, to);
  const { rows: taken } = await sql<{
    centreId: string;
    day: string;
  }>`select distinct centre_id as "centreId", day
    from exams.workplace_day where day between ${from}::date and ${to}::date`.execute(tx);
  const busy = new Set(taken.map(({ centreId, day }) => `${centreId} ${day}`));
  const codesOf = new Map(
    parts.map((one) => [one.kitCode, codesThatCover([one.code, ...(one.skill ? [one.skill] : [])])]),
  );
  const instance: ScheduleInstance = {
    sessions: parts.map((one) => ({
      id: one.id,
      competence: one.kitCode,
      group: one.students.length,
      starts: days,
      n: one.required + 1,
      ...place(one.municipalityId),
    })),
    sites: sites.map((one) => ({
      id: one.id,
      competences: one.kits,
      stations: one.workplaces,
      days: days.filter((day) => !busy.has(`${one.id} ${day}`)),
      ...place(one.municipalityId),
    })),
    calendar: days,
    experts: experts.map((one) => ({
      competences: [...codesOf]
        .filter(([, codes]) => one.rights.some(({ code }) => codes.includes(code)))
        .map(([kit]) => kit),
      days: one.days,
    })),
    fewer,
    weights: WEIGHTS,
  };
  const { plan, violations, ms } = await callThread<Scheduled>(
    new URL('./season.worker.ts', import.meta.url),
    { instance, steps: STEPS },
    { timeoutMs: 300_000, heapMb: 1500 },
  );
  if (violations.length > 0)
    throw refuse(
      'exams:staffing.error.notVerified',
      { count: violations.length },
      { data: violations.slice(0, 20) },
    );
  const byId = new Map(parts.map((one) => [one.id, one]));
  const siteOf = new Map(sites.map((one) => [one.id, one]));
  const exams = plan.plan.flatMap(({ session, site, day }): ExamToStaff[] => {
    const part = byId.get(String(session));
    if (!part) return [];
    return [
      {
        id: part.id,
        kitId: part.kitId,
        centreId: String(site),
        organisationId: part.organisationId,
        regime: part.regime,
        day: String(day),
        codes: part.skill ? [part.code, part.skill] : [part.code],
        required: part.required,
        examinees: part.students.map((s) => s.personId),
        students: part.students.map((s) => s.id),
        municipalityId: siteOf.get(String(site))?.municipalityId ?? null,
        seated: [],
      },
    ];
  });
  const unplaced = new Map<string, number>();
  for (const { session } of plan.unplaced) {
    const part = byId.get(String(session));
    if (part) unplaced.set(part.code, (unplaced.get(part.code) ?? 0) + part.students.length);
  }
  return {
    exams: exams.sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id)),
    unplaced: [...unplaced]
      .map(([code, students]) => ({ code, students }))
      .sort((a, b) => b.students - a.students),
    cost: plan.cost,
    bound: plan.bound,
    gap: plan.gap,
    ms,
  };
}
