import type { z } from 'zod';
import { lengthOf, schoolYearDays } from '../rules/days.ts';
import type { BarePlan } from './plan-row.ts';
import type { collision } from './schemas.ts';

export type Collision = z.output<typeof collision>;

/** What plans are compared with. */
export interface Surroundings {
  /** Academic hours of each practice of the curriculum, by group and module code. */
  modules: ReadonlyMap<string, number>;
  /** First year after the end of the programme, by group. */
  graduation: ReadonlyMap<string, number>;
  workshops: ReadonlyMap<string, { name: string; places: number }>;
  weeklyHours: number;
  /** Working days of a stretch, both days inclusive. */
  workingDays(from: string, to: string): number;
}

export const moduleKey = (groupId: string, code: string) => `${groupId} ${code}`;
const overlap = (a: BarePlan, b: BarePlan) => a.from <= b.to && b.from <= a.to;

/**
 * What is wrong with the practices of a year, by plan id: with each alone, and with each beside the others. Cancelled
 * practices are left out. Pure; the calendar and the curriculum come in.
 */
export function collisionsOf(plans: readonly BarePlan[], around: Surroundings): Map<string, Collision[]> {
  const live = plans.filter(({ state }) => state !== 'cancelled');
  // a region has hundreds of practices; each collides only with those of its group, supervisor or workshop
  const near = new Map<string, BarePlan[]>();
  for (const plan of live) for (const key of shared(plan)) near.set(key, [...(near.get(key) ?? []), plan]);
  return new Map(
    live.map((plan) => {
      const others = new Set(shared(plan).flatMap((key) => near.get(key) ?? []));
      return [plan.id, [...alone(plan, around), ...beside(plan, [...others], around)]];
    }),
  );
}

/** What a practice shares with others. */
const shared = ({ groupId, supervisorId, workshopId }: BarePlan) =>
  [groupId, supervisorId, workshopId].filter((id) => id !== null);

function alone(plan: BarePlan, around: Surroundings): Collision[] {
  const found: Collision[] = [];
  const say = (kind: Collision['kind'], blocks: boolean, params: Collision['params'] = {}) =>
    found.push({ kind, blocks, params });
  const year = schoolYearDays(plan.schoolYear);
  if (plan.from < year.from || plan.to > year.to) say('outsideYear', true, { from: year.from, to: year.to });
  const graduates = around.graduation.get(plan.groupId);
  if (graduates !== undefined && plan.to > `${graduates}-08-31`)
    say('outsideProgramme', true, { year: graduates });
  if (around.workingDays(plan.from, plan.to) === 0) say('noWorkingDays', true);
  const weeks = Math.ceil(lengthOf(plan.from, plan.to) / 7);
  if (plan.academicHours > weeks * around.weeklyHours)
    say('tooManyHours', true, { hours: plan.academicHours, most: weeks * around.weeklyHours, weeks });
  const hours = around.modules.get(moduleKey(plan.groupId, plan.moduleCode));
  if (hours === undefined) say('noModule', false, { code: plan.moduleCode });
  else if (plan.academicHours > hours)
    say('moduleHours', false, { hours: plan.academicHours, planned: hours });
  return found;
}

function beside(plan: BarePlan, live: readonly BarePlan[], around: Surroundings): Collision[] {
  const others = live.filter((one) => one.id !== plan.id && overlap(one, plan));
  const found: Collision[] = others
    .filter((one) => one.groupId === plan.groupId)
    .map((one) => ({
      kind: 'groupTwice',
      blocks: true,
      params: { title: one.title, from: one.from, to: one.to },
    }));
  const supervised = others.filter(
    (one) =>
      one.supervisorId !== null && one.supervisorId === plan.supervisorId && one.groupId !== plan.groupId,
  );
  if (supervised.length > 0)
    found.push({
      kind: 'supervisorTwice',
      blocks: false,
      params: { name: plan.supervisor ?? '', groups: supervised.map((one) => one.group).join(', ') },
    });
  const workshop = plan.workshopId ? around.workshops.get(plan.workshopId) : undefined;
  if (workshop && plan.heldAt === 'college') {
    const people = [plan, ...others.filter((one) => one.workshopId === plan.workshopId)].reduce(
      (sum, one) => sum + one.students,
      0,
    );
    if (people > workshop.places)
      found.push({
        kind: 'workshopFull',
        blocks: true,
        params: { name: workshop.name, people, places: workshop.places },
      });
  }
  return found;
}
