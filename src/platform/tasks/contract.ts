import { z } from 'zod';
import { command, day, id, moment, nothing, page, query } from '../use-case/contract.ts';

const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

export const taskView = z.object({
  id,
  kind: z.string(),
  titleKey: z.string(),
  actKey: z.string(),
  params,
  subject: z.object({ kind: z.string(), id: z.string() }),
  /** The page on which it is done. */
  path: z.string(),
  due: day.nullable(),
  group: z.enum(['overdue', 'soon', 'later']),
  /** Addressed to everybody in this role, not to the person alone. */
  shared: z.boolean(),
  /** Opened since the last visit. */
  fresh: z.boolean(),
  dismissible: z.boolean(),
  createdAt: moment,
});
export type TaskView = z.infer<typeof taskView>;

const counters = z.object({
  open: z.number().int(),
  overdue: z.number().int(),
  soon: z.number().int(),
  fresh: z.number().int(),
});

export const changeView = z.object({
  useCase: z.string(),
  /** `<room>:done.<use case>`, the sentence of this kind of change, where the catalogue has one. */
  key: z.string(),
  subjectKind: z.string(),
  /** The one thing that was changed; null when there are several. */
  subjectId: z.string().nullable(),
  count: z.number().int(),
  lastAt: moment,
});

export const contract = {
  listMyTasks: query('/tasks', {
    summary: 'What waits for me: overdue, due soon, the rest',
    input: page.extend({ kind: z.string().optional() }),
    output: z.object({ rows: z.array(taskView), total: z.number().int(), counters }),
  }),
  countMyTasks: query('/tasks/count', {
    summary: 'How many tasks wait for me',
    input: nothing,
    output: counters,
  }),
  listChanges: query('/tasks/changes', {
    summary: 'What others have changed since my last visit in what is mine',
    input: nothing,
    output: z.object({ since: moment.nullable(), rows: z.array(changeView) }),
  }),
  startVisit: command('/tasks/visit', {
    summary: 'I am here: begins a new visit after half an hour of absence',
    input: nothing,
    output: z.object({ previousAt: moment.nullable() }),
  }),
  dismissTask: command('/tasks/{id}/dismiss', {
    summary: 'Put away a task that only informs',
    input: z.object({ id }),
    output: nothing,
  }),
};
