import { sql } from 'kysely';
import { productionCalendar } from '../../../platform/calendar/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { type AnyRule, settingsOf } from '../../../platform/rules/index.ts';
import { judgeAny, type Verdict } from '../../../platform/rules/pure.ts';
import { type Conflict, expertRightsOn, judgeExams } from '../../specialists/index.ts';
import { expertsFor } from '../kits/faults-of-kit.ts';
import { markFacts } from '../marks/mark-facts.ts';
import { regimeOf } from '../regimes/index.ts';
import * as course from '../rules/course-rules.ts';
import * as kit from '../rules/kit-rules.ts';
import * as mark from '../rules/mark-rules.ts';
import * as result from '../rules/result-rules.ts';
import * as seat from '../rules/seat-rules.ts';
import { leadsFrom, type SessionEvent, sessionStates } from '../states.ts';
import { closingFacts } from './closing-facts.ts';
import { type Examinee, examineesOf, type Seat, type Session, seatsOf } from './load-session.ts';
import { planFacts } from './plan-facts.ts';

export const calendar = productionCalendar({ unknownYear: 'statutory' });

/** What the guards of one step ask about; read once, when the first of them asks. */
class Dossier {
  readonly tx: Tx;
  readonly s: Session;
  readonly today: string;
  private kept = new Map<string, Promise<unknown>>();
  constructor(tx: Tx, s: Session, today: string) {
    this.tx = tx;
    this.s = s;
    this.today = today;
  }
  private once<T>(name: string, read: () => Promise<T>): Promise<T> {
    const known = this.kept.get(name) ?? read();
    this.kept.set(name, known);
    return known as Promise<T>;
  }
  seats = (): Promise<Seat[]> => this.once('seats', () => seatsOf(this.tx, this.s.id));
  examinees = (): Promise<Examinee[]> => this.once('examinees', () => examineesOf(this.tx, this.s.id));
  plan = () => this.once('plan', () => planFacts(this.tx, this.s));
  closing = () => this.once('closing', () => closingFacts(this.tx, this.s, this.today));
  marks = () => this.once('marks', () => markFacts(this.tx, this.s));
  conflicts = (): Promise<Conflict[]> => this.once('conflicts', () => conflictsOf(this.tx, this.s));
  rights = () =>
    this.once('rights', async () => {
      const persons = (await this.seats()).map(({ personId }) => personId);
      const codes = [this.s.programmeCode, ...(this.s.skill ? [this.s.skill] : [])];
      return expertRightsOn(this.tx, { persons, regime: this.s.regime, codes, on: this.s.day });
    });
  draw = () =>
    this.once('draw', async () => {
      const { rows } = await sql<{ drawn: boolean }>`select drawn_at is not null as drawn from exams.draw
        where session_id = ${this.s.id}`.execute(this.tx);
      return rows[0]?.drawn ?? false;
    });
}

/** Conflicts of those who judge with those whom they judge (the chief leads the group, so he counts too). */
export async function conflictsOf(tx: Tx, s: Pick<Session, 'id' | 'day'>): Promise<Conflict[]> {
  const experts = (await seatsOf(tx, s.id)).filter(({ role }) => role === 'chief' || role === 'line');
  const people = await examineesOf(tx, s.id);
  return judgeExams(tx, {
    experts: experts.map(({ personId }) => personId),
    examinees: people.map(({ personId }) => ({ key: s.id, personId, on: s.day })),
  });
}

type Facts = (d: Dossier) => Promise<unknown>;
const kitFacts: Facts = async ({ s }) => ({ state: s.kitState, code: s.kitCode, newer: s.kitNewer });

/** Names of those in a seat who hold no right for it on the exam's day. */
const unfit =
  (role: 'chief' | 'line') =>
  async (d: Dossier): Promise<{ none: boolean; unfit: string[]; day: string }> => {
    const seats = (await d.seats()).filter((one) => one.role === role);
    const rights = (await d.rights()).filter(({ mayLead }) => role === 'line' || mayLead);
    const may = new Set(rights.map(({ personId }) => personId));
    return {
      none: seats.length === 0,
      unfit: seats.filter(({ personId }) => !may.has(personId)).map(({ name }) => name),
      day: d.s.day,
    };
  };
const blocks: Facts = async (d) => {
  const names = new Map((await d.seats()).map(({ personId, name }) => [personId, name]));
  const found = (await d.conflicts()).filter(({ severity }) => severity === 'block');
  return {
    blocks: found.map(({ expertId, code, students }) => ({
      name: names.get(expertId) ?? '',
      code,
      students,
    })),
  };
};
const free: Facts = async (d) => {
  const barred = new Set(
    (await d.conflicts()).filter(({ severity }) => severity === 'block').map(({ expertId }) => expertId),
  );
  const line = (await d.seats()).filter(({ role, personId }) => role === 'line' && !barred.has(personId));
  const people = (await d.examinees()).length;
  const places = Math.max(1, Math.min(d.s.workplaces, people || d.s.workplaces));
  return {
    free: line.length,
    required: expertsFor(d.s.experts, places),
    workplaces: places,
    judged: d.s.judged,
  };
};
const dayBefore: Facts = async (d) => {
  const { s } = d;
  const unbriefed =
    (await d.examinees()).filter(({ briefed }) => !briefed).length +
    (await d.seats()).filter((one) => one.role !== 'witness' && !one.briefed).length;
  const workingDays = s.checkedOn ? calendar.workingDaysBetween(s.checkedOn, s.day) : 0;
  return { checkedOn: s.checkedOn, drawn: await d.draw(), unbriefed, workingDays, day: s.day };
};

const place = (one: Examinee) => (one.workplace === null ? one.name : String(one.workplace));

/** Rule id → the rule, and where its facts come from. */
const JUDGES: Record<string, { rule: AnyRule; facts: Facts }> = {
  'DE20-01': { rule: kit.approvedKitRule, facts: kitFacts },
  'DE-03': {
    rule: kit.includedKitRule,
    facts: async (d) => ({ ...((await kitFacts(d)) as object), ...(await d.plan()).kit }),
  },
  'DE20-02': { rule: course.accreditedRule, facts: async (d) => (await d.plan()).centre },
  'EX-02': { rule: course.equippedRule, facts: async (d) => (await d.plan()).centre },
  'DE20-03': { rule: seat.chief2020Rule, facts: unfit('chief') },
  'DE20-04': { rule: seat.line2020Rule, facts: unfit('line') },
  'DE20-05': { rule: seat.stranger2020Rule, facts: blocks },
  'DE-08': { rule: seat.strangerRule, facts: blocks },
  'DE20-06': { rule: seat.number2020Rule, facts: free },
  'X-14': { rule: seat.freeExpertsRule, facts: free },
  'DE-06': { rule: seat.knowledgeRule, facts: unfit('line') },
  'DE-07': { rule: seat.chiefRule, facts: async (d) => ({ ...(await unfit('chief')(d)), marks: false }) },
  'DE-01': { rule: result.formRule, facts: async (d) => (await d.plan()).form },
  'DE-02': {
    rule: result.levelRule,
    facts: async (d) => ({ level: d.s.level, decision: (await d.plan()).profileDecision }),
  },
  'DE-04': { rule: result.programmeRule, facts: async (d) => (await d.plan()).programme },
  'DE-05': { rule: seat.boardRule, facts: async (d) => (await d.plan()).board },
  'EX-01': {
    rule: seat.bookingRule,
    facts: async (d) => ({ busy: [], lacking: Math.max(0, (await d.examinees()).length - d.s.workplaces) }),
  },
  'EX-10': {
    rule: seat.answeredRule,
    facts: async (d) => {
      const seats = await d.seats();
      const undeclared = (await d.conflicts())
        .filter(({ severity }) => severity === 'declare')
        .map(({ expertId }) => expertId);
      return {
        waiting: seats
          .filter((one) => one.state === 'invited' || undeclared.includes(one.personId))
          .map(({ name }) => name),
      };
    },
  },
  'DE20-07': { rule: course.dayBefore2020Rule, facts: dayBefore },
  'DE-11': { rule: course.dayBeforeRule, facts: dayBefore },
  'DE-10': {
    rule: course.announcedRule,
    facts: async ({ tx, s }) => {
      const settings = await settingsOf(tx, course.announcedRule, s.day);
      return {
        announcedOn: s.announcedOn,
        day: s.day,
        workingDays: s.announcedOn ? calendar.workingDaysBetween(s.announcedOn, s.day) : 0,
        lastDay: calendar.addWorkingDays(s.day, -Number(settings['exams.announceWorkingDays'])),
      };
    },
  },
  'DE-14': {
    rule: course.helperRule,
    facts: async (d) => ({
      helpers: (await d.examinees()).flatMap(({ helper, helperOn, name }) =>
        helper
          ? [
              {
                name,
                on: helperOn,
                workingDays: helperOn ? calendar.workingDaysBetween(helperOn, d.s.day) : 0,
              },
            ]
          : [],
      ),
    }),
  },
  'EX-03': { rule: course.onTheDayRule, facts: async ({ s, today }) => ({ day: s.day, today }) },
  'DE-09': {
    rule: course.taskRule,
    facts: async ({ s }) => ({
      on: s.taskGivenAt?.slice(0, 10) ?? null,
      from: calendar.addWorkingDays(s.day, -1),
    }),
  },
  'DE-12': {
    rule: course.identityRule,
    facts: async (d) => {
      const people = await d.examinees();
      return {
        unmarked: people.filter(({ present }) => present === null).length,
        unchecked: people.filter(({ present, identified }) => present && !identified).map(place),
      };
    },
  },
  'DE-13': {
    rule: seat.presentRule,
    facts: async (d) => {
      const seats = (await d.seats()).filter(({ state }) => state === 'confirmed');
      const has = (role: Seat['role']) => seats.some((one) => one.role === role);
      const marking = new Set(seats.filter(({ role }) => role === 'line').map(({ personId }) => personId));
      return {
        witness: has('witness'),
        technical: has('technical'),
        chief: has('chief'),
        line: marking.size,
        witnessMarks: seats.some(({ role, personId }) => role === 'witness' && marking.has(personId)),
      };
    },
  },
  'DE-18': {
    rule: seat.witnessRule,
    facts: async (d) => ({
      witness: (await d.seats()).some(({ role, state }) => role === 'witness' && state === 'confirmed'),
    }),
  },
  'DE-15': {
    rule: course.timesRule,
    facts: async (d) => ({
      missing: (await d.examinees())
        .filter((one) => one.present && !(one.workplace && one.startedAt && one.endedAt))
        .map(place),
    }),
  },
  'EX-06': {
    rule: mark.completeRule,
    facts: async (d) => {
      const { missing, unsigned } = await d.marks();
      return { missing, unsigned };
    },
  },
  'EX-05': { rule: mark.sameMeasureRule, facts: async (d) => (await d.marks()).measures },
  'DE20-09': { rule: mark.spreadRule, facts: async (d) => (await d.marks()).spread },
  'DE20-08': { rule: mark.sumRule, facts: async (d) => ({ points: (await d.marks()).most, max: d.s.max }) },
  'EX-07': { rule: mark.twiceTypedRule, facts: async (d) => (await d.marks()).typed },
  'DE-17': {
    rule: mark.signedRule,
    facts: async (d) => ({ ...(await d.closing()).signatures, max: d.s.max }),
  },
  'EX-13': {
    rule: result.signedAnewRule,
    facts: async (d) => {
      const { version, missingAll } = (await d.closing()).signatures;
      return { version, missing: missingAll };
    },
  },
  'DE-19': { rule: result.announceGradeRule, facts: async (d) => (await d.closing()).announce },
  'DE-16': { rule: course.videoRule, facts: async ({ s }) => ({ until: s.videoUntil, day: s.day }) },
  'DE20-10': {
    rule: mark.passportRule,
    facts: async (d) => ({ without: (await d.closing()).withoutPassport, today: d.today }),
  },
  'EX-09': { rule: result.appealsOverRule, facts: async (d) => (await d.closing()).appeals },
  'EX-11': { rule: course.incidentRule, facts: async (d) => ({ open: (await d.closing()).openIncidents }) },
};

/** Rules that stand whatever the regime. */
const HOUSE = new Set([
  'X-14',
  'EX-01',
  'EX-03',
  'EX-05',
  'EX-06',
  'EX-07',
  'EX-09',
  'EX-10',
  'EX-11',
  'EX-13',
]);

/** Every guard of one step: rule id → verdict. A rule of the other regime has nothing against it. */
export async function judgeSession(
  tx: Tx,
  s: Session,
  event: SessionEvent,
  today: string,
): Promise<Record<string, Verdict>> {
  const step = sessionStates.transitions.find((one) => one.event === event && leadsFrom(one, s.state));
  const guards: readonly string[] = (step && 'guard' in step && step.guard) || [];
  const ours = new Set(regimeOf(s.regime).guards[event] ?? []);
  const dossier = new Dossier(tx, s, today);
  const verdicts: Record<string, Verdict> = {};
  for (const id of guards) {
    const found = JUDGES[id];
    if (!found || !(HOUSE.has(id) || ours.has(id))) {
      verdicts[id] = { is: 'ok' };
      continue;
    }
    const settings = found.rule.settingKeys.length > 0 ? await settingsOf(tx, found.rule, s.day) : {};
    verdicts[id] = judgeAny(found.rule, await found.facts(dossier), settings, s.day);
  }
  return verdicts;
}
