import type { ExamToStaff } from '../staffing/read-exams.ts';
import type { StaffedMonth } from '../staffing/staff-month.ts';

export interface DemandRow {
  month: string;
  code: string;
  exams: number;
  /** Seats of chiefs and marking experts. */
  seats: number;
  /** Seats that nobody can take, by the exact calculation over the whole month. */
  empty: number;
  /** Experts with a right for the code who are free of conflict in at least one of the exams, and on its day. */
  experts: number;
  /** Experts with a right for the code before conflicts and days are looked at: the count that misleads. */
  onPaper: number;
}

export interface DistrictRow {
  municipalityId: string;
  seats: number;
  empty: number;
}

/** Required against available, by month and specialty: experts are counted after conflicts, day by day. */
export function demandOf(exams: readonly ExamToStaff[], months: readonly StaffedMonth[]): DemandRow[] {
  const byId = new Map(exams.map((exam) => [exam.id, exam]));
  const rows = new Map<string, DemandRow & { free: Set<string>; all: Set<string> }>();
  for (const { month, instance, seats } of months) {
    const kinds = new Map<string, (typeof instance.experts)[number][]>();
    for (const expert of instance.experts)
      for (const kind of expert.competences)
        kinds.set(String(kind), [...(kinds.get(String(kind)) ?? []), expert]);
    for (const session of instance.sessions) {
      const exam = byId.get(String(session.id));
      if (!exam) continue;
      const code = exam.codes[0] ?? '';
      const key = `${month} ${code}`;
      const row = rows.get(key) ?? {
        month,
        code,
        exams: 0,
        seats: 0,
        empty: 0,
        experts: 0,
        onPaper: 0,
        free: new Set<string>(),
        all: new Set<string>(),
      };
      rows.set(key, row);
      row.exams += 1;
      row.seats += exam.required + 1;
      const no = new Set((session.conflictExperts ?? []).map(String));
      for (const expert of kinds.get(String(session.competence)) ?? []) {
        const id = String(expert.id);
        if (id.startsWith('kept ')) continue;
        row.all.add(id);
        if (!no.has(id) && expert.maxLoad > 0 && expert.days.includes(exam.day)) row.free.add(id);
      }
      for (const one of exam.seated) row.free.add(one.personId);
    }
    for (const { examId, personId } of seats) {
      if (personId !== null) continue;
      const exam = byId.get(examId);
      const row = rows.get(`${month} ${exam?.codes[0] ?? ''}`);
      if (row) row.empty += 1;
    }
  }
  return [...rows.values()]
    .map(({ free, all, ...row }) => ({ ...row, experts: free.size, onPaper: all.size }))
    .sort((a, b) => a.month.localeCompare(b.month) || b.empty - a.empty || a.code.localeCompare(b.code));
}

/** Seats and empty seats by the district of the centre. */
export function districtsOf(exams: readonly ExamToStaff[], months: readonly StaffedMonth[]): DistrictRow[] {
  const rows = new Map<string, DistrictRow>();
  const at = new Map<string, string>();
  for (const exam of exams) {
    if (!exam.municipalityId) continue;
    at.set(exam.id, exam.municipalityId);
    const row = rows.get(exam.municipalityId) ?? { municipalityId: exam.municipalityId, seats: 0, empty: 0 };
    row.seats += exam.required + 1;
    rows.set(exam.municipalityId, row);
  }
  for (const { seats } of months)
    for (const { examId, personId } of seats) {
      const row = rows.get(at.get(examId) ?? '');
      if (row && personId === null) row.empty += 1;
    }
  return [...rows.values()].sort((a, b) => b.empty - a.empty || b.seats - a.seats);
}
