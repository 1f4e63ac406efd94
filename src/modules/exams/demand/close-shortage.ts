import type { Tx } from '../../../platform/database/index.ts';
import { judgeExams, type PlannableExpert } from '../../specialists/index.ts';
import type { Options } from '../staffing/build-month.ts';
import type { ExamToStaff } from '../staffing/read-exams.ts';
import { type StaffedMonth, staffMonth } from '../staffing/staff-month.ts';
import { type Candidate, readCandidates } from './read-candidates.ts';

export interface Closing {
  personId: string;
  kind: Candidate['kind'];
  codes: string[];
  /** Exams of the shortage in which this person is free of conflict. */
  exams: number;
  month: string;
}

export interface Closed {
  people: Closing[];
  /** Empty seats before, and after all of them were added and the month was calculated anew. */
  before: number;
  after: number;
}

const MOST = 60;
/** What a new expert is asked for at most in a month. */
const LIMIT = 6;

/**
 * The persons whose renewal or training would close a month's shortage: each next one is free of conflict in the most
 * seats still empty; then the month is calculated anew with all of them, so that the number left is a fact. Chiefs are
 * not made of newcomers: seats of chiefs count only for those whose right to lead has lapsed.
 */
export async function closeShortage(
  tx: Tx,
  exams: readonly ExamToStaff[],
  staffed: StaffedMonth,
  options: Options,
): Promise<Closed> {
  const byId = new Map(exams.map((exam) => [exam.id, exam]));
  const empty = new Map<string, number>();
  for (const { examId, personId, role } of staffed.seats)
    if (personId === null && role !== 'chief') empty.set(examId, (empty.get(examId) ?? 0) + 1);
  const before = staffed.seats.filter(({ personId }) => personId === null).length;
  if (empty.size === 0) return { people: [], before, after: before };
  const short = [...empty.keys()].flatMap((id) => byId.get(id) ?? []);
  const on = short.map(({ day }) => day).sort()[0] ?? '';
  const codes = [...new Set(short.flatMap((exam) => exam.codes))];
  const all = await readCandidates(tx, { codes, regime: staffed.regime, on });
  const conflicts = await judgeExams(tx, {
    experts: all.map(({ personId }) => personId),
    examinees: short.flatMap((exam) =>
      exam.examinees.map((personId) => ({ key: exam.id, personId, on: exam.day })),
    ),
  });
  const barred = new Set(
    conflicts.filter(({ severity }) => severity === 'block').map(({ key, expertId }) => `${key} ${expertId}`),
  );
  const fits = all.map((one) => ({
    one,
    exams: short.filter(
      (exam) =>
        exam.codes.some((code) => one.codes.includes(code)) && !barred.has(`${exam.id} ${one.personId}`),
    ),
  }));
  const left = new Map(empty);
  const people: Closing[] = [];
  const open = new Set(fits.filter((fit) => fit.exams.length > 0));
  while (people.length < MOST && open.size > 0) {
    let best: (typeof fits)[number] | undefined;
    let most = 0;
    for (const fit of open) {
      const days = new Set(fit.exams.filter(({ id }) => (left.get(id) ?? 0) > 0).map(({ day }) => day));
      const gives = Math.min(LIMIT, days.size) + (fit.one.kind === 'renewal' ? 0.5 : 0);
      if (days.size > 0 && gives > most) [best, most] = [fit, gives];
    }
    if (!best) break;
    open.delete(best);
    const taken = new Set<string>();
    for (const exam of best.exams) {
      if (taken.size >= LIMIT || taken.has(exam.day) || (left.get(exam.id) ?? 0) === 0) continue;
      taken.add(exam.day);
      left.set(exam.id, (left.get(exam.id) ?? 0) - 1);
    }
    const { personId, kind, codes: able } = best.one;
    people.push({ personId, kind, codes: able, exams: best.exams.length, month: staffed.month });
  }
  if (people.length === 0) return { people, before, after: before };
  const chosen = new Set(people.map(({ personId }) => personId));
  const days = [...new Set(exams.map(({ day }) => day))];
  const extra = all
    .filter(({ personId }) => chosen.has(personId))
    .map(
      (one): PlannableExpert => ({
        expertId: one.personId,
        personId: one.personId,
        name: '',
        organisationId: one.organisationId,
        municipalityId: one.municipalityId,
        ofEmployers: one.ofEmployers,
        monthLimit: LIMIT,
        days,
        rights: one.codes.map((code) => ({ code, mayLead: false, from: '0001-01-01', to: null })),
      }),
    );
  const again = await staffMonth(tx, exams, options, { extra, known: staffed.built });
  return { people, before, after: again.seats.filter(({ personId }) => personId === null).length };
}
