import type {
  HallCertificate,
  Id,
  Role,
  StaffingExpert,
  StaffingInstance,
  StaffingResult,
  StaffingSession,
} from '../types.ts';
import { forbidden, need } from './eligible.ts';

type Answer = Pick<StaffingResult, 'assignment' | 'unfilled'>;
type Bad = (id: string, params: Record<string, string | number>) => void;

/** Seats said to be merely too dear that are looked at: each costs a walk over the whole staffing. */
const WALKED = 50;
const key = (...ids: Id[]) => JSON.stringify(ids.map(String));

/**
 * Checks why each empty seat is said to be empty: the sums of a shortage, that it speaks of this seat, that a seat
 * said to be merely too dear could be filled, and the facts of the sentence.
 */
export function checkCertificates(
  instance: StaffingInstance,
  answer: Answer,
  filled: ReadonlyMap<string, number>,
  bad: Bad,
): void {
  const experts = new Map(instance.experts.map((e) => [String(e.id), e]));
  const sessions = new Map(instance.sessions.map((s) => [String(s.id), s]));
  const known = new Map<object, string[]>();
  const walked = new Set<string>();
  for (const u of answer.unfilled) {
    const c = u.certificate;
    const s = sessions.get(String(u.session));
    const at = { session: u.session, role: u.role };
    if (!s) {
      bad('unknown', { session: u.session, expert: '' });
      continue;
    }
    if (!c.seats.some((one) => key(one.session, one.role) === key(u.session, u.role))) bad('hallSeat', at);
    let wrong = known.get(c);
    if (!wrong) {
      wrong = c.kind === 'shortage' ? hallFaults(c, experts, sessions, instance) : [];
      if (!['shortage', 'price', 'organisations'].includes(c.kind)) wrong.push('hallKind');
      if (!sentenceHolds(c, sessions)) wrong.push('hallWords');
      known.set(c, wrong);
    }
    for (const id of new Set(wrong)) bad(id, at);
    if (c.kind === 'shortage') continue;
    const seat = key(u.session, u.role);
    const [one, ...more] = c.seats;
    const needed = need(s, u.role);
    const own = one?.need === needed && more.length === 0 && c.experts.length === 0;
    if (!own || c.demand !== needed || c.supply !== (filled.get(seat) ?? 0)) bad('hallSum', at);
    const w = instance.weights;
    const penalty = {
      chief: w.unfilledChief,
      member: w.unfilledMember,
      employer: w.unfilledEmployer ?? w.unfilledMember,
    };
    const dear = c.price !== undefined && c.price >= penalty[u.role] * (1 - 1e-6);
    if (c.kind === 'price' && instance.rule === 'cost' && !dear) bad('hallPrice', at);
    if (walked.size >= WALKED || walked.has(seat)) continue;
    walked.add(seat);
    if (!couldBeFilled(instance, answer, sessions, s, u.role)) bad('hallKind', at);
  }
}

/** A shortage is proved when the seats need more than all who are eligible for them can give. */
function hallFaults(
  c: HallCertificate,
  experts: ReadonlyMap<string, StaffingExpert>,
  sessions: ReadonlyMap<string, StaffingSession>,
  instance: StaffingInstance,
): string[] {
  const out: string[] = [];
  let demand = 0;
  let supply = 0;
  const whole = new Set<string>();
  const onDay = new Set<string>();
  for (const one of c.experts) {
    const e = experts.get(String(one.expert));
    if (!e || one.most !== (one.days ? new Set(one.days.map(String)).size : e.maxLoad))
      out.push('hallExpert');
    supply += one.most;
    if (one.days) for (const d of one.days) onDay.add(key(one.expert, d));
    else whole.add(String(one.expert));
  }
  const counted = new Set<string>();
  for (const seat of c.seats) {
    const s = sessions.get(String(seat.session));
    const name = key(seat.session, seat.role);
    // a seat counts once, and with no more than it has
    if (!s || counted.has(name) || seat.need !== need(s, seat.role)) {
      out.push('hallSeat');
      continue;
    }
    counted.add(name);
    demand += seat.need;
    for (const e of instance.experts) {
      if (e.maxLoad === 0 || forbidden(e, s, seat.role) || whole.has(String(e.id))) continue;
      if (!onDay.has(key(e.id, s.day))) out.push('hallMissed');
    }
  }
  if (demand !== c.demand || supply !== c.supply || demand <= supply) out.push('hallSum');
  return out;
}

/** The numbers and names in the sentence are those of the certificate. */
function sentenceHolds(c: HallCertificate, sessions: ReadonlyMap<string, StaffingSession>): boolean {
  const { id, params } = c.words;
  const first = c.seats.find((seat) => key(seat.session, seat.role) === key(params.session!, params.role!));
  if (!first) return false;
  if (c.kind !== 'shortage') return id === `unfilled.${c.kind}` && params.price === c.price;
  if (id !== (c.experts.length === 0 ? 'unfilled.nobody' : 'unfilled.shortage')) return false;
  const listed = [...new Set(c.seats.map((seat) => String(seat.session)))];
  const names = (of: (s: StaffingSession) => Id) =>
    [...new Set(listed.map((one) => sessions.get(one)).map((s) => (s ? String(of(s)) : '')))].join(', ');
  const facts = {
    competences: names((s) => s.competence),
    days: names((s) => s.day),
    sessions: listed.length,
    demand: c.demand,
    experts: c.experts.length,
    supply: c.supply,
    short: c.demand - c.supply,
  };
  return Object.entries(facts).every(([name, value]) => params[name] === value);
}

/** Whether some chain of moves ends at an expert with room, `onePerOrg` and prices aside. */
function couldBeFilled(
  instance: StaffingInstance,
  answer: Answer,
  sessions: ReadonlyMap<string, StaffingSession>,
  s: StaffingSession,
  role: Role,
): boolean {
  const load = new Map<string, number>();
  const busy = new Map<string, { s: StaffingSession; role: Role }>();
  const seatsOf = new Map<string, { s: StaffingSession; role: Role }[]>();
  for (const seat of answer.assignment) {
    const at = { s: sessions.get(String(seat.session))!, role: seat.role };
    const e = String(seat.expert);
    load.set(e, (load.get(e) ?? 0) + 1);
    busy.set(key(e, at.s.day), at);
    seatsOf.set(e, [...(seatsOf.get(e) ?? []), at]);
  }
  const queue = [{ s, role }];
  const seen = new Set([key(s.id, role)]);
  const meet = (at: { s: StaffingSession; role: Role }) => {
    const name = key(at.s.id, at.role);
    if (!seen.has(name)) queue.push(at);
    seen.add(name);
  };
  for (const at of queue)
    for (const e of instance.experts) {
      if (e.maxLoad === 0 || forbidden(e, at.s, at.role)) continue;
      const other = busy.get(key(e.id, at.s.day));
      if (other) meet(other);
      else if ((load.get(String(e.id)) ?? 0) < e.maxLoad) return true;
      else for (const one of seatsOf.get(String(e.id)) ?? []) meet(one);
    }
  return false;
}
