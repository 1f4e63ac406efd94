import { staff } from '../solve/staff.ts';
import type { Id, StaffingExpert, StaffingResult, StaffingSession, StaffingWeights } from '../types.ts';
import { schedule } from './schedule.ts';
import type { ScheduleInstance, SchedulePlan } from './types.ts';

export interface SeasonPlan {
  schedule: SchedulePlan;
  /** One session a day: of a longer one each day is staffed, its id is then `[id, day]` as JSON. */
  staffing: StaffingResult;
  /** Empty seats after each round. */
  rounds: number[];
}

/**
 * Dates, sites and experts in turn: where the experts of a day fall short (Hall), that competence may take fewer seats
 * on that day, and the calendar is made again. Ends when all seats are filled or no round is better than the best.
 * @param details conflicts and rules of a session, beyond what the calendar knows.
 */
export function scheduleAndStaff(
  instance: Omit<ScheduleInstance, 'experts'>,
  experts: StaffingExpert[],
  weights: StaffingWeights,
  details: (
    session: Id,
  ) => Pick<StaffingSession, 'conflictOrgs' | 'conflictExperts' | 'onePerOrg'> = () => ({}),
  { mostRounds = 4, steps = 60_000 }: { mostRounds?: number; steps?: number } = {},
): SeasonPlan {
  const sessions = new Map(instance.sessions.map((s) => [String(s.id), s]));
  const sites = new Map(instance.sites.map((s) => [String(s.id), s]));
  const position = new Map(instance.calendar.map((d, k) => [String(d), k]));
  const fewer = new Map<string, { competence: Id; day: Id; experts: number }>();
  let best: SeasonPlan | null = null;
  const rounds: number[] = [];
  while (rounds.length < mostRounds) {
    const plan = schedule({ ...instance, experts, fewer: [...fewer.values()] }, { steps });
    const dated: StaffingSession[] = plan.plan.flatMap((row) => {
      const s = sessions.get(String(row.session))!;
      const from = position.get(String(row.day))!;
      const { x, y } = sites.get(String(row.site))!;
      const length = s.length ?? 1;
      return instance.calendar.slice(from, from + length).map((day) => ({
        ...details(s.id),
        id: length === 1 ? s.id : JSON.stringify([s.id, day]),
        competence: s.competence,
        day,
        n: s.n,
        x,
        y,
      }));
    });
    const staffing = staff({ experts, sessions: dated, weights, rule: 'cost' });
    rounds.push(staffing.unfilled.length);
    const worse = (a: SeasonPlan) =>
      staffing.unfilled.length + plan.unplaced.length <
      a.staffing.unfilled.length + a.schedule.unplaced.length;
    const better = best === null || worse(best);
    if (better) best = { schedule: plan, staffing, rounds };
    if (staffing.unfilled.length === 0 || !better) break;
    const byId = new Map(dated.map((s) => [String(s.id), s]));
    for (const { session } of staffing.unfilled) {
      const { competence, day } = byId.get(String(session))!;
      const key = JSON.stringify([String(competence), String(day)]);
      const cut = fewer.get(key) ?? { competence, day, experts: 0 };
      cut.experts += 1;
      fewer.set(key, cut);
    }
  }
  return best!;
}
