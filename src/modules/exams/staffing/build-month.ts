import { sql } from 'kysely';
import type { StaffingExpert, StaffingInstance, StaffingSession } from '../../../engines/staffing/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  codesThatCover,
  judgeExams,
  type PlannableExpert,
  plannableExperts,
  type TieFacts,
} from '../../specialists/index.ts';
import { positions } from './position.ts';
import type { ExamToStaff } from './read-exams.ts';

export interface Options {
  /** At most one expert of an organisation in an exam. */
  onePerOrganisation: boolean;
  /** Marking seats kept for employers' representatives. */
  employers: number;
}

export interface BuiltMonth {
  instance: StaffingInstance;
  experts: PlannableExpert[];
  /** Pairs barred by a conflict, by exam: what a planner must know before counting experts. */
  barred: Map<string, Set<string>>;
  /** Exams whose chief sits already: the seat named so in the answer is theirs. */
  chiefSits: Map<string, string>;
}

export const WEIGHTS = {
  unfilledMember: 100_000,
  unfilledChief: 150_000,
  unfilledEmployer: 90_000,
  load: 60,
  km: 1,
};

const holds = (right: PlannableExpert['rights'][number], on: string) =>
  right.from <= on && (right.to === null || right.to >= on);

/** Days of the stretch on which a person is in an exam already, those of these exams apart. */
async function busyDays(
  tx: Tx,
  from: string,
  to: string,
  own: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{
    personId: string;
    day: string;
  }>`select person_id as "personId", day from exams.person_day
    where day between ${from}::date and ${to}::date
      and session_id not in (select jsonb_array_elements_text(${JSON.stringify(own)}::jsonb)::uuid)`.execute(
    tx,
  );
  const out = new Map<string, Set<string>>();
  for (const { personId, day } of rows) out.set(personId, (out.get(personId) ?? new Set()).add(day));
  return out;
}

/** What need not be asked again when a month is built more than once. */
export interface Known {
  /** People beyond the base, or with rights beyond theirs. */
  extra?: readonly PlannableExpert[];
  /** The same month as it was built without `extra`. */
  known?: Pick<BuiltMonth, 'experts' | 'barred'>;
  /** Ties of everybody who may be called to everybody examined. */
  facts?: TieFacts;
}

/**
 * One month of exams of one regime as the engine's instance. Conflicts, rights that do not hold on the day, and other
 * exams of the day are left out before anything is counted. Seats that are taken stay: their holder may sit only there.
 */
export async function buildMonth(
  tx: Tx,
  exams: readonly ExamToStaff[],
  { onePerOrganisation, employers }: Options,
  { extra = [], known: before, facts }: Known = {},
): Promise<BuiltMonth> {
  const days = [...new Set(exams.map(({ day }) => day))].sort();
  if (days.length === 0) throw new Error('A month without exams is not built');
  const [from, to, regime] = [days[0] ?? '', days.at(-1) ?? '', exams[0]?.regime ?? 'ORDER_800'];
  const monthEnd = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 0))
    .toISOString()
    .slice(0, 10);
  const at = await positions(tx);
  const known = before?.experts ?? (await plannableExperts(tx, { regime, from, to }));
  // somebody of the base may get a further right in a calculation of what would close a shortage
  const people = new Map(known.map((one) => [one.personId, one]));
  for (const one of extra) {
    const old = people.get(one.personId);
    people.set(one.personId, old ? { ...old, rights: [...old.rights, ...one.rights] } : one);
  }
  const experts = [...people.values()];
  // the limit of days is one of a calendar month, whatever part of it is planned here
  const busy = await busyDays(
    tx,
    `${from.slice(0, 7)}-01`,
    monthEnd,
    exams.map(({ id }) => id),
  );
  const barred = new Map<string, Set<string>>(exams.map(({ id }) => [id, new Set(before?.barred.get(id))]));
  const examinees = exams.flatMap((exam) =>
    exam.examinees.map((personId) => ({ key: exam.id, personId, on: exam.day })),
  );
  const bar = async (asked: readonly PlannableExpert[], read?: TieFacts) => {
    const experts = asked.map(({ personId }) => personId);
    for (const { key, expertId, severity } of await judgeExams(tx, { experts, examinees, facts: read }))
      if (severity === 'block') barred.get(key)?.add(expertId);
  };
  if (!before) await bar(known, facts);
  // nobody's ties but theirs are new
  if (extra.length > 0) await bar(extra);
  const seatedOn = new Map<string, string>();
  for (const exam of exams)
    for (const { personId } of exam.seated) seatedOn.set(`${personId} ${exam.day}`, exam.id);
  const chiefSits = new Map<string, string>();
  const competence = (exam: ExamToStaff) => exam.codes.join('|');
  const ofKind = new Map<string, ExamToStaff[]>();
  for (const exam of exams) ofKind.set(competence(exam), [...(ofKind.get(competence(exam)) ?? []), exam]);
  const kinds = new Map([...ofKind].map(([kind, [one]]) => [kind, codesThatCover(one?.codes ?? [])]));
  // without a right for the specialty there is no edge to take away
  const able = new Map(
    [...kinds].map(([kind, codes]) => [
      kind,
      experts.flatMap(({ personId, rights }) => {
        const fit = rights.filter(({ code }) => codes.includes(code));
        return fit.length > 0 ? [{ personId, fit }] : [];
      }),
    ]),
  );
  const sessions: StaffingSession[] = exams.map((exam) => {
    const no = barred.get(exam.id) ?? new Set();
    const out = (able.get(competence(exam)) ?? []).flatMap(({ personId, fit }) =>
      no.has(personId) || !fit.some((right) => holds(right, exam.day)) ? [personId] : [],
    );
    for (const { personId, role } of exam.seated) if (role === 'chief') chiefSits.set(exam.id, personId);
    const sits = exam.seated.filter(({ role }) => role === 'line');
    const employersLeft = Math.max(
      0,
      Math.min(employers, exam.required) - sits.filter((one) => one.ofEmployers).length,
    );
    const members = Math.max(0, exam.required - sits.length - employersLeft);
    // whoever marks already keeps the seat and is not offered another
    out.push(...sits.map(({ personId }) => personId));
    const chief = chiefSits.get(exam.id);
    if (chief) out.push(chief);
    const place = exam.municipalityId ? at.get(exam.municipalityId) : undefined;
    return {
      id: exam.id,
      competence: competence(exam),
      day: exam.day,
      n: 1 + members,
      employers: employersLeft,
      conflictExperts: [...new Set(out)],
      onePerOrg: onePerOrganisation,
      ...(place ?? {}),
    };
  });
  const list: StaffingExpert[] = experts.map((one) => {
    const mine = [...kinds].filter(([, codes]) => one.rights.some(({ code }) => codes.includes(code)));
    // a right to lead is one for a specialty: said only where it holds on the day of every exam of it in the month
    const leads = mine.flatMap(([kind, codes]) =>
      (ofKind.get(kind) ?? []).every((exam) =>
        one.rights.some((r) => r.mayLead && codes.includes(r.code) && holds(r, exam.day)),
      )
        ? [kind]
        : [],
    );
    const taken = busy.get(one.personId) ?? new Set();
    const kept = days.filter((day) => seatedOn.has(`${one.personId} ${day}`)).length;
    const place = one.municipalityId ? at.get(one.municipalityId) : undefined;
    const free = new Set(one.days);
    return {
      id: one.personId,
      competences: mine.map(([kind]) => kind),
      chief: leads.length > 0,
      ...(leads.length > 0 && leads.length < mine.length ? { leads } : {}),
      employer: one.ofEmployers,
      maxLoad: Math.max(0, one.monthLimit - taken.size - kept),
      days: days.filter((day) => free.has(day) && !taken.has(day) && !seatedOn.has(`${one.personId} ${day}`)),
      ...(one.organisationId ? { org: one.organisationId } : {}),
      ...(place ?? {}),
    };
  });
  // a chief who sits already is one who can do nothing else
  for (const [examId, personId] of chiefSits) {
    const session = sessions.find(({ id }) => id === examId);
    if (!session) continue;
    list.push({
      id: `kept ${personId} ${examId}`,
      competences: [session.competence],
      chief: true,
      maxLoad: 1,
      days: [session.day],
      ...(session.x === undefined ? {} : { x: session.x, y: session.y }),
    });
    for (const other of sessions)
      if (other.id !== examId && other.day === session.day && other.competence === session.competence)
        other.conflictExperts?.push(`kept ${personId} ${examId}`);
  }
  return {
    instance: {
      experts: list.filter((e) => e.competences.length > 0),
      sessions,
      weights: WEIGHTS,
      rule: 'cost',
    },
    experts: known,
    barred,
    chiefSits,
  };
}
