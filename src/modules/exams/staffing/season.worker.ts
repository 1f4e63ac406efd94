// Days and centres of a season, in a thread of its own, checked by the verifier that shares no code with the search.
import {
  type ScheduleInstance,
  type SchedulePlan,
  schedule,
  type Violation,
  verifySchedule,
} from '../../../engines/staffing/index.ts';
import { serveThread } from '../../../platform/threads/serve-thread.ts';

export interface Scheduled {
  plan: SchedulePlan;
  violations: Violation[];
  ms: number;
}

serveThread<{ instance: ScheduleInstance; steps: number }, Scheduled>(({ instance, steps }) => {
  const from = performance.now();
  const plan = schedule(instance, { steps });
  const ms = Math.round(performance.now() - from);
  return { value: { plan, violations: verifySchedule(instance, plan), ms } };
});
