import type { StaffingInstance } from '../../../engines/staffing/index.ts';
import { callThread } from '../../../platform/threads/call-thread.ts';
import { refuse } from '../../../platform/use-case/index.ts';
import type { Staffed } from './staff.worker.ts';

/** Computes in a thread and gives only what the separate verifier has passed. */
export async function staffInThread(instance: StaffingInstance, timeoutMs = 120_000): Promise<Staffed> {
  const staffed = await callThread<Staffed>(new URL('./staff.worker.ts', import.meta.url), instance, {
    timeoutMs,
    heapMb: 1500,
  });
  if (staffed.violations.length > 0)
    throw refuse(
      'exams:staffing.error.notVerified',
      { count: staffed.violations.length },
      { data: staffed.violations.slice(0, 20) },
    );
  return staffed;
}
