import { createPrng, type Prng } from './prng.ts';
import type { DemoRegion } from './types.ts';

export interface DemoExpert {
  personId: string;
  organisationId: string;
  post: string;
  ofEmployers: boolean;
  weekdays: number[];
  monthLimit: number;
  rights: {
    regime: 'WSR_2020' | 'ORDER_800';
    level: string;
    code: string;
    from: string;
    to: string;
    number: string;
  }[];
  away: { from: string; to: string }[];
}

const WEEKS = [
  [1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4, 5],
  [2, 3, 4, 5, 6],
  [1, 3, 5],
];
const WEEK_WEIGHTS = [5, 4, 2, 1];

/**
 * The base of experts: who teaches professional modules, and mentors of the plants. Nobody is spread evenly: specialties
 * taught by one college alone have experts who may not mark their own students, so some seats stay empty, as in life.
 * Pure: the same region gives the same experts.
 */
export function makeExperts(region: DemoRegion): DemoExpert[] {
  const chance = createPrng(region.seed).fork('experts');
  const all = [...ofColleges(chance.fork('colleges'), region), ...ofPlants(chance.fork('plants'), region)];
  const seen = new Set<string>();
  const experts = all.filter(({ personId }) => !seen.has(personId) && seen.add(personId));
  addShownField(experts, specialtyShown(region));
  return experts;
}

/** The specialty of the student whose sign-in the demo hands out: the first by college and person. */
function specialtyShown({ students, groups, programmes }: DemoRegion): string | undefined {
  const groupOf = new Map(groups.map((g) => [g.id, g]));
  const programmeOf = new Map(programmes.map((p) => [p.id, p]));
  const rows = students
    .filter(({ status }) => status === 'studying' || status === 'leave')
    .map(({ personId, groupId }) => ({
      personId,
      programme: programmeOf.get(groupOf.get(groupId)?.programmeId ?? ''),
    }));
  const key = ({ programme, personId }: (typeof rows)[number]) => `${programme?.collegeId} ${personId}`;
  return rows.reduce((a, b) => (key(b) < key(a) ? b : a), rows[0]!)?.programme?.spoCode;
}

/** A few people of plants know that specialty too, so that whoever looks in as its student finds an exam of his. */
function addShownField(experts: DemoExpert[], code: string | undefined): void {
  if (!code) return;
  for (const [i, one] of experts
    .filter(({ ofEmployers }) => ofEmployers)
    .slice(0, 4)
    .entries())
    one.rights.push({
      ...{ regime: 'ORDER_800', level: i === 0 ? 'chief' : 'expert', code },
      ...{ from: '2025-10-01', to: '2027-10-15', number: `ДЭ-${90_001 + i}` },
    });
}

function rightsFor(prng: Prng, codes: string[], lead: boolean): DemoExpert['rights'] {
  const out: DemoExpert['rights'] = [];
  // most hold until the next summer, some end before it, some have ended
  const year = prng.weighted([2025, 2024, 2023], [14, 4, 1]);
  const from = `${year}-${String(prng.int(9, 12)).padStart(2, '0')}-01`;
  const to = `${year + 2}${from.slice(4, 8)}${String(prng.int(10, 28))}`;
  for (const code of codes) {
    const number = `ДЭ-${prng.int(10_000, 99_999)}`;
    out.push({ regime: 'ORDER_800', level: lead ? 'chief' : 'expert', code, from, to, number });
  }
  // the old ladder stands in the register as history
  if (prng.chance(0.25))
    out.push({
      ...{
        regime: 'WSR_2020',
        level: lead ? 'championship' : 'assess',
        code: codes[0]!,
        number: `WS-${prng.int(1000, 9999)}`,
      },
      ...{ from: '2019-10-01', to: '2021-09-30' },
    });
  return out;
}

function away(prng: Prng): DemoExpert['away'] {
  if (!prng.chance(0.3)) return [];
  const month = prng.pick([2, 3, 4, 5, 6, 6]);
  const day = prng.int(1, 15);
  const text = (d: number) => `2027-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return [{ from: text(day), to: text(day + prng.int(4, 13)) }];
}

const shared = (prng: Prng) => ({
  weekdays: [...prng.weighted(WEEKS, WEEK_WEIGHTS)],
  monthLimit: prng.int(5, 10),
});

function ofColleges(prng: Prng, { groups, programmes, teaching, roles, size }: DemoRegion): DemoExpert[] {
  const codeOf = new Map(programmes.map((p) => [p.id, p.spoCode]));
  const groupCode = new Map(groups.map((g) => [g.id, codeOf.get(g.programmeId)!]));
  const taught = new Map<string, Set<string>>();
  for (const { personId, groupId, moduleCode } of teaching) {
    if (!/^(ПМ|МДК|УП|ПП)/.test(moduleCode)) continue;
    taught.set(personId, (taught.get(personId) ?? new Set()).add(groupCode.get(groupId)!));
  }
  const share = size === 'small' ? 0.6 : 0.45;
  return roles
    .filter(({ role, personId }) => role === 'college_teacher' && taught.has(personId))
    .flatMap((role): DemoExpert[] => {
      if (!prng.chance(share)) return [];
      const codes = [...taught.get(role.personId)!].sort().slice(0, 4);
      const lead = prng.chance(0.35);
      // some hold the right for the whole broad field
      const fields = prng.chance(0.4)
        ? [...new Set(codes.map((code) => `${code.slice(0, 2)}.00.00`))]
        : codes;
      return [
        {
          ...{
            personId: role.personId,
            organisationId: role.organisationId,
            post: role.post,
            ofEmployers: false,
          },
          ...{ ...shared(prng), rights: rightsFor(prng, fields, lead), away: away(prng) },
        },
      ];
    });
}

function ofPlants(prng: Prng, { roles, needLines, size }: DemoRegion): DemoExpert[] {
  const wanted = new Map<string, Set<string>>();
  for (const { organisationId, spoCodeWanted } of needLines)
    if (spoCodeWanted)
      wanted.set(organisationId, (wanted.get(organisationId) ?? new Set()).add(spoCodeWanted));
  return roles
    .filter(({ role, organisationId }) => role === 'mentor' && wanted.has(organisationId))
    .flatMap((role): DemoExpert[] => {
      if (!prng.chance(size === 'small' ? 0.5 : 0.3)) return [];
      const codes = prng.sample([...wanted.get(role.organisationId)!].sort(), 2).sort();
      const lead = prng.chance(0.15);
      return [
        {
          ...{
            personId: role.personId,
            organisationId: role.organisationId,
            post: role.post,
            ofEmployers: true,
          },
          ...{ ...shared(prng), rights: rightsFor(prng, codes, lead), away: away(prng) },
        },
      ];
    });
}
