import type { Id, Role, StaffingInstance } from '../types.ts';

export interface Best {
  cost: number;
  minimum: number;
  total: number;
}

const same = (a: Id | undefined, b: Id) => a !== undefined && String(a) === String(b);

/** Least cost, and greatest minimum with its greatest total, by trying everything. Shares no code with the engine. */
export function bruteForce(instance: StaffingInstance): Best {
  const { experts, sessions, weights: w } = instance;
  const seats: { session: number; role: Role }[] = [];
  sessions.forEach((s, session) => {
    seats.push({ session, role: 'chief' });
    for (let i = 1; i < s.n; i++) seats.push({ session, role: 'member' });
    for (let i = 0; i < (s.employers ?? 0); i++) seats.push({ session, role: 'employer' });
  });
  const score = new Map((instance.scores ?? []).map((s) => [`${s.expert} ${s.session}`, s.score]));
  const loads = experts.map(() => 0);
  const taken: (number | null)[] = [];
  const sums = sessions.map(() => 0);
  const best: Best = { cost: Number.POSITIVE_INFINITY, minimum: -1, total: -1 };
  const may = (e: number, at: number): boolean => {
    const { session, role } = seats[at]!;
    const s = sessions[session]!;
    const x = experts[e]!;
    if (loads[e]! >= x.maxLoad || !x.days.some((d) => same(d, s.day))) return false;
    if (!x.competences.some((c) => same(c, s.competence))) return false;
    if (s.conflictOrgs?.some((o) => same(x.org, o)) || s.conflictExperts?.some((o) => same(o, x.id)))
      return false;
    const leads = x.chief && (!x.leads || x.leads.some((c) => same(c, s.competence)));
    if ((role === 'chief' && !leads) || (role === 'employer' && !x.employer)) return false;
    for (let i = 0; i < at; i++) {
      const other = taken[i];
      if (other == null) continue;
      const there = sessions[seats[i]!.session]!;
      if (other === e && same(there.day, s.day)) return false;
      if (
        s.onePerOrg &&
        seats[i]!.session === session &&
        x.org !== undefined &&
        experts[other]!.org === x.org
      )
        return false;
    }
    return true;
  };
  const walk = (at: number, cost: number): void => {
    if (instance.rule === 'cost' && cost >= best.cost) return;
    if (at === seats.length) {
      best.cost = Math.min(best.cost, cost);
      const minimum = sums.length === 0 ? 0 : Math.min(...sums);
      const total = sums.reduce((a, b) => a + b, 0);
      if (minimum > best.minimum + 1e-9 || (minimum > best.minimum - 1e-9 && total > best.total)) {
        best.minimum = minimum;
        best.total = total;
      }
      return;
    }
    const { session, role } = seats[at]!;
    const s = sessions[session]!;
    for (let e = 0; e < experts.length; e++) {
      if (!may(e, at)) continue;
      // seats of one kind are alike: who sits in them stands in order of the list
      const before = at > 0 ? taken[at - 1] : null;
      const alike = at > 0 && seats[at - 1]!.session === session && seats[at - 1]!.role === role;
      if (alike && (before == null || before > e)) continue;
      taken[at] = e;
      loads[e]! += 1;
      const gain = score.get(`${experts[e]!.id} ${s.id}`) ?? 0;
      sums[session]! += gain;
      const x = experts[e]!;
      const km = Math.floor(Math.hypot(x.x! - s.x!, x.y! - s.y!) + 0.5);
      walk(at + 1, cost + w.km * km + w.load * loads[e]! ** 2);
      sums[session]! -= gain;
      loads[e]! -= 1;
      taken[at] = null;
    }
    const price =
      role === 'chief'
        ? w.unfilledChief
        : role === 'member'
          ? w.unfilledMember
          : (w.unfilledEmployer ?? w.unfilledMember);
    taken[at] = null;
    walk(at + 1, cost + price);
  };
  walk(0, 0);
  return best;
}
