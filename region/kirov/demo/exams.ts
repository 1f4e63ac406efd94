// cyrillic: words of the invented kits and centres
import { createPrng } from './prng.ts';
import type { DemoRegion } from './types.ts';

export interface DemoKit {
  code: string;
  spoCode: string;
  name: string;
  /** Workplaces and, by them, marking experts. */
  workplaces: number;
  experts: { upTo: number; experts: number }[];
}

export interface DemoCentre {
  organisationId: string;
  name: string;
  address: string;
  municipality: string | null;
  workplaces: number;
  kitCodes: string[];
}

export interface DemoBoard {
  organisationId: string;
  chairId: string | null;
  memberIds: string[];
}

export interface DemoExamSetup {
  kits: DemoKit[];
  centres: DemoCentre[];
  boards: DemoBoard[];
  /** What each college's programme of attestation of this year includes. */
  attestations: { organisationId: string; spoCode: string; kitCode: string }[];
}

/** Broad fields whose final attestation has a form of its own (medicine, arts and others). */
const OWN_FORM = new Set(['31', '32', '33', '34', '50', '51', '52', '53', '54', '55', '57']);
export const GRADUATION_YEAR = 2027;

/** A kit for every specialty that graduates next summer, centres in the colleges' workshops, boards. All invented. */
export function makeExamSetup(region: DemoRegion): DemoExamSetup {
  const chance = createPrng(region.seed).fork('exams');
  const programmes = new Map(region.programmes.map((one) => [one.id, one]));
  const taught = new Map<string, { name: string; colleges: Set<string> }>();
  for (const group of region.groups) {
    const programme = programmes.get(group.programmeId);
    if (group.graduationYear !== GRADUATION_YEAR || !programme) continue;
    if (OWN_FORM.has(programme.spoCode.slice(0, 2))) continue;
    const one = taught.get(programme.spoCode) ?? { name: programme.name, colleges: new Set<string>() };
    one.colleges.add(programme.collegeId);
    taught.set(programme.spoCode, one);
  }
  const kits: DemoKit[] = [...taught]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([spoCode, { name }]) => ({
      code: `КОД ${spoCode}-1-${GRADUATION_YEAR}`,
      spoCode,
      name,
      workplaces: chance.pick([10, 12, 12, 15]),
      experts: [
        { upTo: 6, experts: 3 },
        { upTo: 15, experts: chance.pick([3, 4]) },
      ],
    }));
  const kitOf = new Map(kits.map((kit) => [kit.spoCode, kit]));
  const organisations = new Map(region.organisations.map((one) => [one.id, one]));
  const centres: DemoCentre[] = region.workshops.flatMap((workshop): DemoCentre[] => {
    const own = [...taught].filter(
      ([code, { colleges }]) =>
        colleges.has(workshop.collegeId) && code.slice(0, 2) === workshop.ugs.slice(0, 2),
    );
    const house = organisations.get(workshop.collegeId);
    if (own.length === 0 || !house) return [];
    return [
      {
        organisationId: workshop.collegeId,
        name: `ЦПДЭ «${workshop.name}»`,
        address: 'по адресу колледжа (демо)',
        municipality: house.municipality,
        workplaces: Math.max(6, Math.min(15, workshop.places)),
        kitCodes: own.map(([code]) => kitOf.get(code)?.code ?? '').filter(Boolean),
      },
    ];
  });
  // a board is led by somebody of an employer, another one in each college
  const employers = region.roles.filter(({ role }) => role === 'enterprise_hr');
  const boards = region.organisations
    .filter(({ kind }) => kind === 'college')
    .map(({ id }, i) => ({
      organisationId: id,
      chairId: employers[i % employers.length]?.personId ?? null,
      memberIds: region.roles
        .filter(
          ({ organisationId, role }) =>
            organisationId === id && (role === 'college_deputy' || role === 'college_head'),
        )
        .map(({ personId }) => personId),
    }));
  const attestations = [...taught].flatMap(([spoCode, { colleges }]) =>
    [...colleges].map((organisationId) => ({
      organisationId,
      spoCode,
      kitCode: kitOf.get(spoCode)?.code ?? '',
    })),
  );
  return { kits, centres, boards, attestations };
}
