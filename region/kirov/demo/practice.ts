import { demoId } from './identifiers.ts';
import type {
  DemoMentor,
  DemoOffer,
  DemoPlacement,
  DemoPractice,
  DemoPracticeYear,
  DemoTrainee,
} from './practice-types.ts';
import { createPrng, type Prng } from './prng.ts';
import { AS_OF } from './sizes.ts';
import type { DemoAgreement, DemoGroup, DemoPerson, DemoRegion, DemoStudent } from './types.ts';

/** Stretches of work practice: one goes on, one begins in two weeks, two are in spring. */
const STRETCHES = [
  ['2026-11-09', '2026-12-18'],
  ['2026-12-07', '2027-01-29'],
  ['2027-02-01', '2027-03-26'],
  ['2027-04-05', '2027-05-28'],
] as const;
const SCHOOL_YEAR = ['2026-09-01', '2027-06-30'] as const;
const WEEKLY_HOURS = 36;
const SHOPS = ['цех № 1', 'цех № 2', 'ремонтный участок', 'опытный участок', 'сборочный цех'];

const weeksOf = (from: string, to: string) =>
  Math.ceil((Date.parse(to) - Date.parse(from) + 86_400_000) / 604_800_000);
const adultOn = (birthDate: string) => `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`;
const overlaps = (a: { from: string; to: string }, b: { from: string; to: string }) =>
  a.from <= b.to && b.from <= a.to;

/**
 * A school year of practices: mentors with orders, the year plan of every group from the second year on, places of the
 * plants that have agreements, and students placed under them. Pure: the same region gives the same practices.
 */
export function makePractice(region: DemoRegion): DemoPracticeYear {
  const chance = createPrng(region.seed).fork('practice');
  const mentors = makeMentors(chance.fork('mentors'), region);
  const practices = makePractices(chance.fork('plans'), region);
  const agreements = region.agreements.filter(
    (one) => one.kind === 'practice' && one.validTo >= SCHOOL_YEAR[1],
  );
  const offers = makeOffers(chance.fork('offers'), region, agreements);
  const { placements, trainees } = place(chance.fork('placements'), region, {
    practices,
    offers,
    agreements,
    mentors,
  });
  return { mentors, practices, offers, placements, trainees };
}

function makeMentors(prng: Prng, { roles, needLines, persons }: DemoRegion): DemoMentor[] {
  const codes = new Map<string, Set<string>>();
  for (const line of needLines)
    if (line.spoCodeWanted)
      codes.set(line.organisationId, (codes.get(line.organisationId) ?? new Set()).add(line.spoCodeWanted));
  const birth = new Map(persons.map((person) => [person.id, person.birthDate]));
  return roles
    .filter(({ role }) => role === 'mentor')
    .map((role, i) => {
      const cleared = prng.chance(0.93);
      const ordered = cleared && prng.chance(0.92);
      return {
        id: demoId('mentor', i + 1),
        personId: role.personId,
        organisationId: role.organisationId,
        post: 'Ведущий специалист',
        spoCodes: [...(codes.get(role.organisationId) ?? [])].sort().slice(0, 4),
        experienceSince: `${Number(birth.get(role.personId)!.slice(0, 4)) + 20}-09-01`,
        clearanceOn: cleared ? `2026-08-${String(prng.int(1, 28)).padStart(2, '0')}` : null,
        order: ordered
          ? {
              id: demoId('mentor-order', i + 1),
              number: `${prng.int(10, 90)}-н`,
              on: '2026-09-01',
              consentOn: '2026-08-31',
              from: '2026-09-01',
              to: '2027-08-31',
              capacity: prng.int(2, 3),
            }
          : null,
      };
    });
}

function makePractices(prng: Prng, region: DemoRegion): DemoPractice[] {
  const programmes = new Map(region.programmes.map((row) => [row.id, row]));
  const plans: DemoPractice[] = [];
  const teachers = new Map<string, string[]>();
  for (const { role, organisationId, personId } of region.roles)
    if (role === 'college_teacher')
      teachers.set(organisationId, [...(teachers.get(organisationId) ?? []), personId]);
  const add = (
    group: DemoGroup,
    kind: DemoPractice['kind'],
    [from, to]: readonly [string, string],
    draft: boolean,
  ) => {
    const programme = programmes.get(group.programmeId)!;
    const module = programme.versions
      .find(({ id }) => id === group.versionId)
      ?.modules.find(({ code }) => code === (kind === 'UP' ? 'УП.01' : 'ПП.01'));
    if (!module) return;
    const staff = teachers.get(programme.collegeId) ?? [];
    plans.push({
      id: demoId('practice', plans.length + 1),
      groupId: group.id,
      collegeId: programme.collegeId,
      kind,
      moduleCode: module.code,
      title: module.name,
      from,
      to,
      academicHours: Math.min(module.academicHours, weeksOf(from, to) * WEEKLY_HOURS),
      competences: module.competences,
      heldAt: kind === 'UP' ? 'college' : 'enterprise',
      supervisorId: staff.length > 0 ? prng.pick(staff) : null,
      state: draft ? 'draft' : 'approved',
      order: from <= AS_OF && kind === 'PP' ? { number: `${prng.int(200, 390)}-у`, on: '2026-11-02' } : null,
    });
  };
  for (const group of region.groups) {
    if (group.course < 2) continue;
    const last = group.graduationYear === 2027;
    if (group.course === 2) add(group, 'UP', ['2026-10-05', '2026-10-30'], false);
    // one group in twelve has no work practice written yet
    else if (last || prng.chance(0.92)) {
      const n = last ? prng.int(0, 1) : prng.int(1, 2);
      add(group, 'PP', STRETCHES[n]!, false);
      // the spring of those who stay another year is still being written
      if (!last && prng.chance(0.25)) add(group, 'PP', STRETCHES[3], true);
    }
  }
  return plans;
}

function makeOffers(prng: Prng, region: DemoRegion, agreements: DemoAgreement[]): DemoOffer[] {
  const plants = new Map(
    region.organisations.filter((row) => row.role === 'ENTERPRISE').map((row) => [row.id, row]),
  );
  const programmes = new Map(region.programmes.map((row) => [row.id, row]));
  const offers: DemoOffer[] = [];
  const seen = new Set<string>();
  for (const { parties, programmeIds } of agreements) {
    const plant = parties.map((id) => plants.get(id)).find((row) => row !== undefined);
    const programme = programmes.get(programmeIds[0] ?? '');
    if (!plant || !programme || seen.has(`${plant.id} ${programme.spoCode}`)) continue;
    seen.add(`${plant.id} ${programme.spoCode}`);
    const risky = prng.chance(0.12);
    offers.push({
      id: demoId('offer', offers.length + 1),
      organisationId: plant.id,
      title: `${programme.name}, ${prng.pick(SHOPS)}`,
      spoCode: programme.spoCode,
      from: SCHOOL_YEAR[0],
      to: SCHOOL_YEAR[1],
      capacity: Math.max(2, Math.min(14, Math.round((plant.headcount / 40) * (0.6 + prng.next())))),
      municipality: plant.municipality ?? 'kirov',
      address: `проходная № ${prng.int(1, 3)} (демо)`,
      minutesADay: prng.chance(0.7) ? 480 : 420,
      works: `Работы по программе «${programme.name}» под присмотром наставника`,
      hazards: risky ? ['dangerous'] : prng.chance(0.25) ? ['height'] : [],
      needsMedical: prng.chance(0.35),
      lodging: prng.chance(0.2) ? 'free' : prng.chance(0.2) ? 'paid' : 'none',
      transport: prng.chance(0.25) ? 'bus' : prng.chance(0.15) ? 'paid' : 'none',
      pay: prng.chance(0.55) ? prng.int(8, 24) * 100_000 : 0,
      employs: prng.chance(0.3),
      access: plant.access,
    });
  }
  return offers;
}

interface Parts {
  practices: DemoPractice[];
  offers: DemoOffer[];
  agreements: DemoAgreement[];
  mentors: DemoMentor[];
}

type Stay = { from: string; to: string };

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Students go where an agreement, the trade, the age and a free place let them; who is left has no place yet. */
function place(prng: Prng, region: DemoRegion, { practices, offers, agreements, mentors }: Parts) {
  const persons = new Map(region.persons.map((row) => [row.id, row]));
  const programmes = new Map(region.programmes.map((row) => [row.id, row]));
  const groups = new Map(region.groups.map((row) => [row.id, row]));
  const students = new Map<string, DemoStudent[]>();
  for (const one of region.students)
    if (one.status === 'studying') students.set(one.groupId, [...(students.get(one.groupId) ?? []), one]);
  const byCode = grouped(offers, ({ spoCode }) => spoCode);
  const byPlant = grouped(mentors, ({ organisationId }) => organisationId);
  const between = new Map<string, DemoAgreement>();
  for (const agreement of agreements)
    for (const one of agreement.parties)
      for (const other of agreement.parties)
        if (!between.has(`${one} ${other}`)) between.set(`${one} ${other}`, agreement);
  const taken = new Map<string, Stay[]>();
  const trained = new Map<string, Stay[]>();
  const placements: DemoPlacement[] = [];
  const trainees: DemoTrainee[] = [];
  for (const practice of practices) {
    if (practice.heldAt === 'college' || practice.state === 'draft') continue;
    const programme = programmes.get(groups.get(practice.groupId)!.programmeId)!;
    const around = (byCode.get(programme.spoCode) ?? []).flatMap((offer) => {
      const agreement = between.get(`${offer.organisationId} ${practice.collegeId}`);
      return agreement ? [{ offer, agreement }] : [];
    });
    for (const student of students.get(practice.groupId) ?? []) {
      const person = persons.get(student.personId)!;
      trainees.push(traineeOf(person));
      const stay = { from: practice.from, to: practice.to };
      const minor = adultOn(person.birthDate) > practice.from;
      const fits = around.filter(({ offer }) => {
        const busy = (taken.get(offer.id) ?? []).filter((one) => overlaps(one, stay)).length;
        return busy < offer.capacity && !(minor && offer.hazards.includes('dangerous'));
      });
      if (fits.length === 0 || prng.chance(0.06)) continue;
      const led = fits.filter(({ offer }) => freeMentor(byPlant.get(offer.organisationId), stay, trained));
      const { offer, agreement } = prng.pick(led.length > 0 ? led : fits);
      taken.set(offer.id, [...(taken.get(offer.id) ?? []), stay]);
      const mentor = mentorFor(byPlant.get(offer.organisationId), stay, trained, placements.length + 1);
      // without a mentor nobody goes to the workplace
      const started = practice.from <= AS_OF && mentor !== null;
      const leavesHome = person.municipality !== offer.municipality;
      placements.push({
        id: demoId('placement', placements.length + 1),
        practiceId: practice.id,
        studentId: student.id,
        personId: person.id,
        birthDate: person.birthDate,
        offerId: offer.id,
        agreementId: agreement.id,
        ...stay,
        leavesHome,
        minor,
        leaveHome: leavesHome && (started || prng.chance(0.8)) ? 'given' : null,
        guardian: minor && (started || prng.chance(0.75)) ? 'given' : null,
        medicalUntil: offer.needsMedical && (started || prng.chance(0.7)) ? '2027-08-31' : null,
        started,
        mentor,
        gaps: started && prng.chance(0.3) ? prng.int(1, 3) : 0,
      });
    }
  }
  return { placements, trainees: [...new Map(trainees.map((one) => [one.personId, one])).values()] };
}

const traineeOf = (person: DemoPerson): DemoTrainee => ({
  personId: person.id,
  home: person.municipality,
  guardian: adultOn(person.birthDate) > AS_OF ? `${person.surname}, законный представитель (демо)` : null,
});

const freeMentor = (mentors: DemoMentor[] | undefined, stay: Stay, trained: Map<string, Stay[]>) =>
  mentors?.find(
    ({ order }) =>
      order !== null &&
      (trained.get(order.id) ?? []).filter((one) => overlaps(one, stay)).length < order.capacity,
  );

function mentorFor(mentors: DemoMentor[] | undefined, stay: Stay, trained: Map<string, Stay[]>, n: number) {
  const free = freeMentor(mentors, stay, trained);
  if (!free?.order) return null;
  trained.set(free.order.id, [...(trained.get(free.order.id) ?? []), stay]);
  return { tutoringId: demoId('tutoring', n), orderId: free.order.id };
}
