// Staffing in a thread of its own, checked by the verifier that shares no code with the solver.
import {
  type SeatSubstitutes,
  type StaffingInstance,
  type StaffingResult,
  staff,
  substitutes,
  type Violation,
  verifyStaffing,
} from '../../../engines/staffing/index.ts';
import { serveThread } from '../../../platform/threads/serve-thread.ts';

export interface Staffed {
  result: StaffingResult;
  substitutes: SeatSubstitutes[];
  violations: Violation[];
  ms: number;
}

serveThread<StaffingInstance, Staffed>((instance) => {
  const from = performance.now();
  const result = staff(instance);
  const ms = Math.round(performance.now() - from);
  return {
    value: {
      result,
      substitutes: substitutes(instance, result.assignment, 2),
      violations: verifyStaffing(instance, result),
      ms,
    },
  };
});
