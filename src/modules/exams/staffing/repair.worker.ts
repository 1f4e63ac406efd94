// Who steps in for somebody who falls out, in a thread of its own.
import {
  type Repair,
  repair,
  type Seating,
  type Sickness,
  type StaffingInstance,
} from '../../../engines/staffing/index.ts';
import { serveThread } from '../../../platform/threads/serve-thread.ts';

export interface RepairInput {
  instance: StaffingInstance;
  assignment: Seating[];
  sick: Sickness;
  tax: number;
}

serveThread<RepairInput, Repair>(({ instance, assignment, sick, tax }) => ({
  value: repair(instance, assignment, sick, { mostMoved: 2, tax }),
}));
