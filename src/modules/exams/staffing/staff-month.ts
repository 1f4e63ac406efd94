import type { StaffingInstance, StaffingResult } from '../../../engines/staffing/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { type BuiltMonth, buildMonth, type Known, type Options } from './build-month.ts';
import type { ExamToStaff } from './read-exams.ts';
import { type Shortage, shortagesOf } from './shortage-facts.ts';
import { staffInThread } from './staff-in-thread.ts';

export interface ProposedSeat {
  examId: string;
  role: 'chief' | 'member' | 'employer';
  personId: string | null;
  substitutes: { personId: string; price: number }[];
}

export interface StaffedMonth {
  month: string;
  regime: ExamToStaff['regime'];
  instance: StaffingInstance;
  result: StaffingResult;
  seats: ProposedSeat[];
  shortages: Shortage[];
  built: BuiltMonth;
  ms: number;
}

/** Exams by calendar month and regime: the limit of days is a month's, and rights are a regime's. */
export function monthsOf(exams: readonly ExamToStaff[]): ExamToStaff[][] {
  const out = new Map<string, ExamToStaff[]>();
  for (const exam of exams) {
    const key = `${exam.day.slice(0, 7)} ${exam.regime}`;
    out.set(key, [...(out.get(key) ?? []), exam]);
  }
  return [...out.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list);
}

/** Staffs one month exactly; what is taken already stays and is not among the seats given. */
export async function staffMonth(
  tx: Tx,
  exams: readonly ExamToStaff[],
  options: Options,
  known: Known = {},
): Promise<StaffedMonth> {
  const built = await buildMonth(tx, exams, options, known);
  const { result, substitutes, ms } = await staffInThread(built.instance);
  const kept = ({ session, role }: { session: string | number; role: string }) =>
    role === 'chief' && built.chiefSits.has(String(session));
  const seats: ProposedSeat[] = [
    ...substitutes
      .filter((seat) => !kept(seat))
      .map((seat) => ({
        examId: String(seat.session),
        role: seat.role,
        personId: String(seat.expert),
        substitutes: seat.substitutes
          .filter(({ expert }) => !String(expert).startsWith('kept '))
          .map(({ expert, price }) => ({ personId: String(expert), price })),
      })),
    ...result.unfilled.map(({ session, role }) => ({
      examId: String(session),
      role,
      personId: null,
      substitutes: [],
    })),
  ];
  const first = exams[0];
  return {
    month: first?.day.slice(0, 7) ?? '',
    regime: first?.regime ?? 'ORDER_800',
    instance: built.instance,
    result,
    seats,
    built,
    ms,
    // people by their ids: names are read when somebody looks
    shortages: shortagesOf(built.instance, result.unfilled, (id) => id),
  };
}
