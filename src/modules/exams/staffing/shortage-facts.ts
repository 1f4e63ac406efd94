import type { HallCertificate, StaffingInstance, StaffingSession } from '../../../engines/staffing/index.ts';

/** A certificate in people's measures: what is short, where and when, and by how many. */
export interface Shortage {
  kind: HallCertificate['kind'] | 'nobody';
  codes: string[];
  days: string[];
  exams: string[];
  demand: number;
  experts: string[];
  supply: number;
  short: number;
  /** Empty seats it explains. */
  seats: { exam: string; role: 'chief' | 'member' | 'employer' }[];
}

/** Empty seats gathered by their certificate, the greatest shortage first. */
export function shortagesOf(
  instance: StaffingInstance,
  unfilled: readonly {
    session: string | number;
    role: 'chief' | 'member' | 'employer';
    certificate: HallCertificate;
  }[],
  nameOf: (expert: string) => string,
): Shortage[] {
  const sessions = new Map(instance.sessions.map((one) => [String(one.id), one]));
  const found = new Map<unknown, Shortage>();
  for (const { session, role, certificate } of unfilled) {
    const list = [...new Set(certificate.seats.map((seat) => String(seat.session)))];
    const nobody = certificate.kind === 'shortage' && certificate.experts.length === 0;
    // «nobody at all» is one thing to say of a specialty, however many days it is
    const key = nobody ? `nobody ${sessions.get(String(session))?.competence}` : certificate;
    const one = found.get(key) ?? {
      kind: nobody ? ('nobody' as const) : certificate.kind,
      codes: [],
      days: [],
      exams: [],
      demand: 0,
      experts: [],
      supply: 0,
      short: 0,
      seats: [],
    };
    const known = found.has(key);
    found.set(key, one);
    const join = (old: readonly string[], pick: (s: StaffingSession) => string) =>
      [
        ...new Set([...old, ...list.flatMap((id) => (sessions.has(id) ? pick(sessions.get(id)!) : []))]),
      ].sort();
    one.codes = join(one.codes, (s) => String(s.competence));
    one.days = join(one.days, (s) => String(s.day));
    one.exams = join(one.exams, (s) => String(s.id));
    if (nobody) one.demand += 1;
    else if (!known) {
      one.demand = certificate.demand;
      one.experts = certificate.experts.map(({ expert }) => nameOf(String(expert)));
      one.supply = certificate.supply;
    }
    one.short = one.demand - one.supply;
    one.seats.push({ exam: String(session), role });
  }
  return [...found.values()].sort(
    (a, b) => b.seats.length - a.seats.length || (a.days[0]! < b.days[0]! ? -1 : 1),
  );
}
