import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { shortagesOf } from '../staffing/shortage-facts.ts';
import { staffInThread } from '../staffing/staff-in-thread.ts';
import { buildInstance } from './build-instance.ts';
import { examCalendar, expertList } from './file-schemas.ts';
import { readList } from './read-list.ts';

/** What a page shows; the rest is counted. */
const MOST_CONFLICTS = 2_000;
const MOST_REMARKS = 500;
const EMPTY = { experts: 0, exams: 0, seats: 0, filled: 0, empty: 0 };
const SEAT_ORDER = { chief: 0, member: 1, employer: 2 };

/**
 * Before any other set-up: two lists in, conflicts, shortages and a proposed assignment out. Nothing is written
 * anywhere: not the files, not their rows, not their names.
 */
export const checkLists = useCase(contract.checkLists, {
  right: 'exams.paste.use',
  async prepare({ input }) {
    const experts = await readList('experts', input.experts, expertList);
    const exams = await readList('exams', input.exams, examCalendar);
    const built = buildInstance(experts, exams);
    const ready = built.exams.length > 0 && built.experts.length > 0;
    return { experts, exams, built, staffed: ready ? await staffInThread(built.instance) : null };
  },
  async run({ prepared: { experts, exams, built, staffed } }) {
    const remarks = [...experts.remarks, ...exams.remarks];
    const byExam = new Map(built.exams.map((one) => [one.id, one]));
    const byExpert = new Map(built.experts.map((one) => [one.id, one]));
    const nameOf = (id: string) => byExpert.get(id)?.name ?? id;
    const exam = (id: string) => {
      const { day, college, code, site } = byExam.get(id)!;
      return { exam: id, day, college, code, site };
    };
    const shown = built.conflicts.slice(0, MOST_CONFLICTS).map((one) => {
      const { day, college } = exam(one.exam);
      return { ...one, day, college };
    });
    const head = {
      missing: { experts: experts.missing, exams: exams.missing },
      remarks: remarks.slice(0, MOST_REMARKS),
      allLead: built.allLead,
      assumed: built.assumed,
      conflicts: shown,
      moreConflicts: built.conflicts.length - shown.length,
    };
    if (!staffed) {
      const counts = { ...EMPTY, experts: built.experts.length, exams: built.exams.length };
      return { ...head, counts, shortages: [], assignment: [], cost: 0, bound: 0, ms: 0 };
    }
    const { result, substitutes, ms } = staffed;
    const assignment = [
      ...substitutes.map((seat) => ({
        ...exam(String(seat.session)),
        role: seat.role,
        expert: nameOf(String(seat.expert)),
        organisation: byExpert.get(String(seat.expert))?.organisation ?? '',
        substitutes: seat.substitutes.map((one) => nameOf(String(one.expert))),
      })),
      ...result.unfilled.map(({ session, role }) => ({
        ...exam(String(session)),
        role,
        expert: null,
        organisation: '',
        substitutes: [],
      })),
    ].sort(
      (a, b) =>
        a.day.localeCompare(b.day) ||
        a.exam.localeCompare(b.exam, 'ru') ||
        SEAT_ORDER[a.role] - SEAT_ORDER[b.role],
    );
    return {
      ...head,
      counts: {
        experts: built.experts.length,
        exams: built.exams.length,
        seats: assignment.length,
        filled: result.assignment.length,
        empty: result.unfilled.length,
      },
      shortages: shortagesOf(built.instance, result.unfilled, nameOf),
      assignment,
      cost: result.cost,
      bound: result.bound,
      ms,
    };
  },
});
