import type { Tx } from '../../../platform/database/index.ts';
import { judgeExams } from './judge-exams.ts';
import type { Conflict } from './types.ts';

export interface PairConflict extends Omit<Conflict, 'key' | 'students'> {
  /** The examinee, as a person of the registry. */
  studentId: string;
}

/**
 * The conflicts of each expert with each examinee on a day; pairs that are free of conflict are not listed.
 * @param experts, students persons of the registry.
 */
export async function judgeConflicts(
  tx: Tx,
  { experts, students, on }: { experts: readonly string[]; students: readonly string[]; on: string },
): Promise<PairConflict[]> {
  const examinees = students.map((personId) => ({ key: personId, personId, on }));
  const found = await judgeExams(tx, { experts, examinees });
  return found.map(({ key, students: _, ...rest }) => ({ ...rest, studentId: key }));
}
