import { defineTask } from '../../../platform/tasks/index.ts';

const board = ({ id }: { id: string }) => `/practice/${id}`;
const task = (kind: string, path: (subject: { id: string }) => string) =>
  defineTask({
    kind: `practice.${kind}`,
    titleKey: `practice:reminder.${kind}`,
    actKey: `practice:reminder.${kind}Act`,
    path,
  });

/** Consents still missing before a start. */
export const consentsTask = task('consents', board);
/** A medical certificate that runs out inside the practice, or is not there. */
export const medicalTask = task('medical', board);
/** Days before the start, and somebody lacks a paper. */
export const startTask = task('start', board);
/** The enterprise lacks something for those who come. */
export const hostStartTask = task('hostStart', () => '/trainees');
/** Days of the log without an entry. */
export const logGapsTask = task('logGaps', () => '/my-practice');
/** A trainee's sheet is to be filled. */
export const appraisalDueTask = task('appraisalDue', () => '/trainees');
/** Papers are there, the mark is not. */
export const gradeDueTask = task('gradeDue', board);

export const COURSE_TASKS = [
  consentsTask,
  medicalTask,
  startTask,
  hostStartTask,
  logGapsTask,
  appraisalDueTask,
  gradeDueTask,
];
