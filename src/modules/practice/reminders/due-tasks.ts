import type { TaskDefinition } from '../../../platform/tasks/index.ts';
import { papersOf } from '../placements/board-row.ts';
import { isMinor, logGaps, uncoveredDay } from '../placements/judge-course.ts';
import type { Facts } from '../placements/placement-facts.ts';
import { dayAfter } from '../rules/days.ts';
import {
  appraisalDueTask,
  consentsTask,
  gradeDueTask,
  hostStartTask,
  logGapsTask,
  medicalTask,
  startTask,
} from './course-tasks.ts';

/** Days ahead in which consents and certificates are asked after. */
const SOON = 21;
/** Days ahead in which a missing paper is an alarm. */
const NEAR = 3;
/** Working on it yesterday is no gap yet; from the second day on the student is reminded. */
const GAPS = 2;
/** The sheet is asked for before the last day, while the mentor still comes here. */
const AHEAD = 2;

export interface Wanted {
  task: TaskDefinition;
  subject: { kind: string; id: string };
  for: { personId: string } | { role: string; organisationId: string };
  due: string | null;
  params: Record<string, string | number>;
}

export interface Course extends Facts {
  group: string;
  plan: string;
  mentorId: string | null;
  studentName: string;
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

const BEFORE = new Set(['slot_reserved', 'contract_ok', 'cleared']);
/** Without these nobody starts. */
const BEFORE_START = ['agreement', 'order', 'leaveHome', 'guardian', 'medical', 'mentor'] as const;
const ON_SITE = new Set(['started', 'in_progress', 'suspended', 'finished']);

/** What has to be done today about a course of practices: facts in, tasks out; the same facts give the same tasks. */
export function dueTasks(all: readonly Course[], today: string): Wanted[] {
  const plans = groupsOf(all, ({ planId }) => planId);
  return [...plans.values()].flatMap((group) => [
    ...aboutPlan(group, today),
    ...group.flatMap((one) => aboutOne(one, today)),
  ]);
}

function aboutPlan(group: readonly Course[], today: string): Wanted[] {
  const first = group[0];
  if (!first) return [];
  const { planId, organisationId, from } = first;
  const waiting = group.filter(
    (one) => BEFORE.has(one.state) && one.from >= today && one.from <= dayAfter(today, SOON),
  );
  const college = (task: TaskDefinition, count: number, due: string): Wanted[] =>
    count === 0
      ? []
      : [
          {
            task,
            subject: { kind: 'practice.plan', id: planId },
            for: { role: 'college_deputy', organisationId },
            due,
            params: { count, group: first.group, from: first.from },
          },
        ];
  const consents = waiting.filter((one) => isMinor(one) && one.guardian !== 'given').length;
  const papers = waiting.map((one) => ({ one, marks: papersOf(one, today) }));
  const medical = papers.filter(({ marks }) => marks.medical !== 'done' && marks.medical !== 'idle').length;
  const near = papers.filter(({ one }) => one.from <= dayAfter(today, NEAR));
  const lacking = near.filter(({ marks }) =>
    BEFORE_START.some((paper) => marks[paper] !== 'done' && marks[paper] !== 'idle'),
  ).length;
  const graded = group.filter(
    (one) => one.state === 'documents_complete' || (one.state === 'finished' && one.to < dayAfter(today, -5)),
  ).length;
  const hosts = groupsOf(
    papers.filter(({ one }) => uncoveredDay(one) !== null).map(({ one }) => one),
    ({ hostId }) => hostId,
  );
  return [
    ...college(consentsTask, consents, from),
    ...college(medicalTask, medical, from),
    ...college(startTask, lacking, from),
    ...college(gradeDueTask, graded, dayAfter(first.to, 10)),
    ...[...hosts].map(
      ([hostId, here]): Wanted => ({
        task: hostStartTask,
        subject: { kind: 'practice.plan', id: planId },
        for: { role: 'enterprise_hr', organisationId: hostId },
        due: from,
        params: { count: here.length, group: first.group, from },
      }),
    ),
  ];
}

function aboutOne(one: Course, today: string): Wanted[] {
  const subject = { kind: 'practice.placement', id: one.id };
  const gaps = logGaps(one, today);
  const wanted: Wanted[] = [];
  if (gaps.length >= GAPS && one.state !== 'finished')
    wanted.push({
      task: logGapsTask,
      subject,
      for: { personId: one.personId },
      due: today,
      params: { count: gaps.length, since: gaps[0] ?? today },
    });
  const asked = ON_SITE.has(one.state) && one.appraisalOn === null && today >= dayAfter(one.to, -AHEAD);
  if (asked && one.mentorId)
    wanted.push({
      task: appraisalDueTask,
      subject,
      for: { personId: one.mentorId },
      due: one.to,
      params: { student: one.studentName, to: one.to },
    });
  return wanted;
}
