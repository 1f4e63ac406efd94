import { demoId } from './identifiers.ts';
import type { DemoOffer, DemoPractice, DemoRound } from './practice-types.ts';
import { createPrng, type Prng } from './prng.ts';
import type {
  DemoGroup,
  DemoOrganisation,
  DemoPerson,
  DemoProgramme,
  DemoRegion,
  DemoStudent,
} from './types.ts';

interface Plan {
  title: string;
  state: DemoRound['state'];
  days: readonly [string, string];
  opensAt: string;
  freezesAt: string;
  publishedAt: string | null;
  answerBy: string | null;
  students: number;
  places: number;
  /** Share of those who have sent their list. */
  sent: number;
}

const SPRING = ['2027-04-05', '2027-05-28'] as const;
const SUMMER = ['2027-06-01', '2027-06-26'] as const;

/** Small: one distribution published, one where students choose. Full: a region's worth, ready to be drawn. */
const PLANS: Record<'small' | 'large', Plan[]> = {
  small: [
    {
      title: 'Весенняя практика 2027',
      state: 'published',
      days: SPRING,
      opensAt: '2026-11-02T06:00:00Z',
      freezesAt: '2026-11-16T15:00:00Z',
      publishedAt: '2026-11-18T09:00:00Z',
      answerBy: '2026-12-01',
      students: 80,
      places: 24,
      sent: 1,
    },
    {
      title: 'Летняя практика 2027',
      state: 'ranking',
      days: SUMMER,
      opensAt: '2026-11-20T06:00:00Z',
      freezesAt: '2026-12-04T15:00:00Z',
      publishedAt: null,
      answerBy: '2026-12-18',
      students: 80,
      places: 24,
      sent: 0.5,
    },
  ],
  large: [
    {
      title: 'Весенняя практика 2027, вся область',
      state: 'ranking',
      days: SPRING,
      opensAt: '2026-11-09T06:00:00Z',
      freezesAt: '2026-11-30T15:00:00Z',
      publishedAt: null,
      answerBy: '2026-12-14',
      students: 7000,
      places: 1500,
      sent: 1,
    },
  ],
};

const LIST = 10;

/** Distributions of the demo region. Pure: the same region gives the same lists. */
export function makeRounds(region: DemoRegion): DemoRound[] {
  const chance = createPrng(region.seed).fork('rounds');
  const plans = PLANS[region.size === 'small' ? 'small' : 'large'];
  const counters = { practice: 0, offer: 0, entry: 0 };
  return plans.map((plan, n) => makeRound(chance.fork(plan.title), region, plan, n + 1, counters));
}

function makeRound(
  prng: Prng,
  region: DemoRegion,
  plan: Plan,
  n: number,
  counters: { practice: number; offer: number; entry: number },
): DemoRound {
  const programmes = new Map(region.programmes.map((row) => [row.id, row]));
  const persons = new Map(region.persons.map((row) => [row.id, row]));
  const chosen = chooseGroups(region, programmes, plan.students);
  const practices: DemoPractice[] = chosen.map(({ group, programme, module }) => ({
    id: demoId('round-practice', ++counters.practice),
    groupId: group.id,
    collegeId: programme.collegeId,
    kind: 'PP',
    moduleCode: module.code,
    title: module.name,
    from: plan.days[0],
    to: plan.days[1],
    academicHours: Math.min(module.academicHours, 4 * 36),
    competences: module.competences,
    heldAt: 'enterprise',
    supervisorId: null,
    state: 'approved',
    order: null,
  }));
  const people = chosen.reduce((sum, { students }) => sum + students.length, 0);
  const byCode = new Map<string, { programme: DemoProgramme; students: DemoStudent[] }>();
  for (const { programme, students } of chosen) {
    const known = byCode.get(programme.spoCode);
    if (known) known.students.push(...students);
    else byCode.set(programme.spoCode, { programme, students: [...students] });
  }
  const hosts = region.organisations.filter(({ role, access }) => role === 'ENTERPRISE' && access === 'open');
  const offers: DemoRound['offers'] = [];
  for (const { programme, students } of byCode.values()) {
    const places = Math.max(3, Math.round((plan.places * students.length) / people));
    const per = (students.length * 1.06) / places;
    const around = hostsFor(prng, hosts, students, persons, places);
    for (const host of around)
      offers.push(makeOffer(prng, host, programme, plan, Math.max(1, prng.round(per)), ++counters.offer));
  }
  const ofCode = new Map<string, DemoRound['offers']>();
  for (const offer of offers) ofCode.set(offer.spoCode, [...(ofCode.get(offer.spoCode) ?? []), offer]);
  return {
    id: demoId('round', n),
    ...{ title: plan.title, state: plan.state, opensAt: plan.opensAt, freezesAt: plan.freezesAt },
    ...{ publishedAt: plan.publishedAt, answerBy: plan.answerBy, leftovers: true },
    seed: Array.from({ length: 32 }, () => prng.int(0, 255).toString(16).padStart(2, '0')).join(''),
    practices,
    offers,
    students: chosen.flatMap(({ programme, students }, at) =>
      students.map((student) => {
        const sends = prng.chance(plan.sent);
        return {
          entryId: demoId('round-entry', ++counters.entry),
          studentId: student.id,
          personId: student.personId,
          practiceId: practices[at]!.id,
          ranks: sends
            ? rankOffers(prng, ofCode.get(programme.spoCode) ?? [], persons.get(student.personId)!)
            : [],
        };
      }),
    ),
  };
}

interface Chosen {
  group: DemoGroup;
  programme: DemoProgramme;
  module: DemoProgramme['versions'][number]['modules'][number];
  students: DemoStudent[];
}

/** Groups of the second year and up that do not graduate this year, the one of the demo's student first. */
function chooseGroups(
  region: DemoRegion,
  programmes: ReadonlyMap<string, DemoProgramme>,
  wanted: number,
): Chosen[] {
  const students = new Map<string, DemoStudent[]>();
  for (const one of region.students) {
    if (one.status !== 'studying') continue;
    const group = students.get(one.groupId);
    if (group) group.push(one);
    else students.set(one.groupId, [one]);
  }
  const mine = groupOfDemoStudent(region, programmes, students);
  const order = (group: DemoGroup) => (group.id === mine ? 0 : group.course === 2 ? 1 : 2);
  const groups = region.groups
    .filter(
      (group) =>
        group.id === mine || (group.course >= 2 && group.graduationYear > 2027 && students.has(group.id)),
    )
    .toSorted((a, b) => order(a) - order(b));
  const chosen: Chosen[] = [];
  let count = 0;
  for (const group of groups) {
    if (count >= wanted) break;
    const programme = programmes.get(group.programmeId)!;
    const module = programme.versions
      .find(({ id }) => id === group.versionId)
      ?.modules.find(({ code }) => code === 'ПП.01');
    // medical programmes have an order of their own
    if (!module || /^3[1-4]/.test(programme.spoCode)) continue;
    const some = (students.get(group.id) ?? []).slice(0, wanted - count);
    chosen.push({ group, programme, module, students: some });
    count += some.length;
  }
  return chosen;
}

/** The one who signs in as the demo's student: the first person of the first college. */
function groupOfDemoStudent(
  region: DemoRegion,
  programmes: ReadonlyMap<string, DemoProgramme>,
  students: ReadonlyMap<string, DemoStudent[]>,
): string {
  let first = { key: '', group: '' };
  for (const group of region.groups)
    for (const { personId } of students.get(group.id) ?? []) {
      const key = `${programmes.get(group.programmeId)!.collegeId} ${personId}`;
      if (first.key === '' || key < first.key) first = { key, group: group.id };
    }
  return first.group;
}

/** Half of the places in the students' own municipalities, the rest anywhere; one plant may offer two shops. */
function hostsFor(
  prng: Prng,
  hosts: readonly DemoOrganisation[],
  students: readonly DemoStudent[],
  persons: ReadonlyMap<string, DemoPerson>,
  count: number,
): DemoOrganisation[] {
  const homes = new Set(students.map(({ personId }) => persons.get(personId)!.municipality));
  const near = hosts.filter(({ municipality }) => municipality !== null && homes.has(municipality));
  const chosen = new Set(prng.sample(near, Math.ceil(count * 0.7)));
  for (const host of prng.sample(hosts, count)) {
    if (chosen.size >= count) break;
    chosen.add(host);
  }
  return [...chosen];
}

function makeOffer(
  prng: Prng,
  host: DemoOrganisation,
  programme: DemoProgramme,
  plan: Plan,
  capacity: number,
  n: number,
): DemoOffer & { minGroup: number } {
  return {
    id: demoId('round-offer', n),
    organisationId: host.id,
    title: `${programme.name}, участок №\u00A0${prng.int(1, 6)}`,
    spoCode: programme.spoCode,
    ...{ from: plan.days[0], to: plan.days[1], capacity, municipality: host.municipality ?? 'kirov' },
    address: `проходная № ${prng.int(1, 3)} (демо)`,
    minutesADay: prng.chance(0.7) ? 420 : 360,
    works: `Работы по программе «${programme.name}» под присмотром наставника`,
    hazards: [],
    needsMedical: prng.chance(0.3),
    lodging: prng.chance(0.2) ? 'free' : 'none',
    transport: prng.chance(0.25) ? 'bus' : 'none',
    pay: prng.chance(0.5) ? prng.int(8, 24) * 100_000 : 0,
    employs: prng.chance(0.3),
    access: 'open',
    minGroup: capacity >= 4 && prng.chance(0.15) ? 2 : 1,
  };
}

/** What is near and what is popular comes first; the first places of the list of offers are the popular ones. */
function rankOffers(prng: Prng, offers: readonly DemoOffer[], { municipality }: DemoPerson): string[] {
  return offers
    .map((offer, at) => ({
      id: offer.id,
      score: (offer.municipality === municipality ? 1.6 : 0) + 1 / Math.sqrt(at + 1) + 1.2 * prng.next(),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, LIST)
    .map(({ id }) => id);
}
