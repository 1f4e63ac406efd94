import crosswalk from '../../reference/crosswalk.json';
import names from './names.json';
import { createPrng, type Prng } from './prng.ts';
import type { DemoNeedLine, DemoProgramme, DemoRegion, DemoStudent } from './types.ts';

export interface DemoGraduate {
  key: string;
  surname: string;
  givenName: string;
  patronymic: string;
  sex: 'm' | 'f';
  birthDate: string;
  year: number;
  programme: DemoProgramme;
  target: boolean;
  /** In the talent pool. */
  pool: boolean;
  hire: { organisationId: string; line: DemoNeedLine; post: string; startedOn: string } | null;
  answers: { months: 3 | 6 | 12; dueOn: string; what: string | null; inField: boolean | null }[];
}

export interface DemoInterest {
  organisationId: string;
  code: string;
  people: number;
  since: string;
}

export interface DemoSelection {
  organisationId: string;
  student: DemoStudent;
  code: string;
  step: 'listed' | 'invited' | 'agreed' | 'offered' | 'accepted';
  line: DemoNeedLine | null;
  post: string;
}

export interface DemoHiring {
  interests: DemoInterest[];
  graduates: DemoGraduate[];
  selections: DemoSelection[];
  /** Who opens the portal as the student of the demo: sees invitations and an offer. */
  student: DemoStudent | null;
}

const EMPLOYERS = 8;
const COHORT = 12;
const WHATS = [
  'employed',
  'employed',
  'employed',
  'employed',
  'army',
  'further_study',
  'self_employed',
  'at_risk',
  'parental_leave',
  'entrepreneur',
];
const STEPS: DemoSelection['step'][] = ['accepted', 'offered', 'agreed', 'invited', 'listed', 'listed'];
const OCCUPATIONS_OF = new Map<string, string[]>();
for (const { spo, occupation } of crosswalk.rows)
  OCCUPATIONS_OF.set(spo, [...(OCCUPATIONS_OF.get(spo) ?? []), occupation]);

/** Employers' interest, lists of candidates, offers, hires and what became of two years of graduates; all invented. */
export function makeHiring(region: DemoRegion): DemoHiring {
  const prng = createPrng(region.seed).fork('hiring');
  const programmes = new Map(region.programmes.map((it) => [it.id, it]));
  const groups = new Map(region.groups.map((it) => [it.id, it]));
  const codeOf = (student: DemoStudent) =>
    programmes.get(groups.get(student.groupId)?.programmeId ?? '')?.spoCode ?? '';
  const collegeOf = (student: DemoStudent) =>
    programmes.get(groups.get(student.groupId)?.programmeId ?? '')?.collegeId ?? '';
  const student = region.students
    .filter((it) => it.status === 'studying')
    .reduce<DemoStudent | null>(
      (first, it) =>
        !first || [collegeOf(it), it.personId].join() < [collegeOf(first), first.personId].join()
          ? it
          : first,
      null,
    );
  const employers = [
    ...new Set(region.roles.filter((it) => it.role === 'enterprise_hr').map((it) => it.organisationId)),
  ]
    .sort()
    .slice(0, EMPLOYERS);
  const college = [
    ...region.roles.filter((it) => it.role === 'college_deputy').map((it) => it.organisationId),
  ].sort()[0];
  const own = region.programmes.filter((it) => it.collegeId === college && OCCUPATIONS_OF.has(it.spoCode));
  const interests = employers.flatMap((organisationId, k) =>
    interestsOf(prng, region, { organisationId, first: k === 0, student, codeOf, own }),
  );
  const graduates = own
    .slice(0, 2)
    .flatMap((programme) =>
      [2025, 2026].flatMap((year) => cohort(prng, region, { programme, year, employers })),
    );
  const consented = new Set(
    region.consents
      .filter((it) => it.purpose === 'share-results-with-employers' && it.withdrawnOn === null)
      .map((it) => it.personId),
  );
  const selections = employers.slice(0, 3).flatMap((organisationId, k) => {
    const codes = new Set(
      interests.filter((it) => it.organisationId === organisationId).map((it) => it.code),
    );
    const may = region.students.filter(
      (it) =>
        it.status === 'studying' &&
        codes.has(codeOf(it)) &&
        consented.has(it.personId) &&
        (groups.get(it.groupId)?.graduationYear ?? 0) === 2027 &&
        it !== student,
    );
    const chosen = prng.sample(may, Math.min(STEPS.length, may.length));
    return [
      ...(student && k < 2
        ? [{ who: student, step: k === 0 ? ('offered' as const) : ('invited' as const) }]
        : []),
      ...chosen.map((who, n) => ({ who, step: STEPS[n] ?? 'listed' })),
    ].map(({ who, step }): DemoSelection => {
      const line = lineFor(region, organisationId, codeOf(who));
      return { organisationId, student: who, code: codeOf(who), step, line, post: postOf(codeOf(who)) };
    });
  });
  return { interests, graduates, selections, student };
}

interface Asking {
  organisationId: string;
  first: boolean;
  student: DemoStudent | null;
  codeOf: (student: DemoStudent) => string;
  own: DemoProgramme[];
}

function interestsOf(
  prng: Prng,
  region: DemoRegion,
  { organisationId, first, student, codeOf, own }: Asking,
): DemoInterest[] {
  const taught = new Set(region.programmes.map((it) => it.spoCode));
  const lines = region.needLines.filter((it) => it.organisationId === organisationId);
  const wanted = lines.flatMap((it) =>
    crosswalk.rows.filter((row) => row.occupation === it.occupation).map((row) => row.spo),
  );
  const codes = [
    ...new Set([...(first && student ? [codeOf(student), ...own.map((it) => it.spoCode)] : []), ...wanted]),
  ]
    .filter((code) => taught.has(code))
    .slice(0, first ? 5 : 3);
  // two enterprises look for the student of the demo
  if (student && !codes.includes(codeOf(student)) && prng.chance(0.3)) codes.push(codeOf(student));
  return codes.map((code) => ({
    organisationId,
    code,
    people: prng.int(1, 6),
    since: `2026-${prng.pick(['09', '10'])}-${String(prng.int(10, 28))}`,
  }));
}

const lineFor = (region: DemoRegion, organisationId: string, code: string): DemoNeedLine | null => {
  const fit = new Set(OCCUPATIONS_OF.get(code) ?? []);
  const lines = region.needLines.filter(
    (it) => it.organisationId === organisationId && it.year >= 2026 && it.year <= 2027,
  );
  return lines.find((it) => fit.has(it.occupation)) ?? lines[0] ?? null;
};

const postOf = (code: string) => (code.slice(3, 5) === '01' ? 'Рабочий 4 разряда (демо)' : 'Техник (демо)');

const female = (surname: string) =>
  surname
    .replace(/(ск|н)ой$/, '$1ая')
    .replace(/ский$/, 'ская')
    .replace(/([вн])$/, '$1а');

const dueOn = (year: number, months: number) =>
  months === 3 ? `${year}-09-30` : months === 6 ? `${year}-12-30` : `${year + 1}-06-30`;

function cohort(
  prng: Prng,
  region: DemoRegion,
  { programme, year, employers }: { programme: DemoProgramme; year: number; employers: string[] },
): DemoGraduate[] {
  return Array.from({ length: COHORT }, (_, n) => {
    const sex = prng.chance(0.6) ? ('m' as const) : ('f' as const);
    const surname = prng.pick(names.surnames);
    const employer = employers[n % employers.length] ?? '';
    const line = n < 3 ? lineFor(region, employer, programme.spoCode) : null;
    const hire =
      line && employer
        ? {
            organisationId: employer,
            line,
            post: postOf(programme.spoCode),
            startedOn: `${year}-07-${String(6 + n).padStart(2, '0')}`,
          }
        : null;
    const what = hire ? 'employed' : prng.pick(WHATS);
    const answers = ([3, 6, 12] as const)
      .filter((months) => dueOn(year, months) <= region.asOf)
      .map((months) => {
        // a few do not answer, and of the last question more are still waited for
        const known = hire !== null || prng.chance(months === 3 && year === 2026 ? 0.6 : 0.85);
        return {
          months,
          dueOn: dueOn(year, months),
          what: known ? what : null,
          inField:
            known && ['employed', 'self_employed', 'entrepreneur'].includes(what)
              ? hire !== null || prng.chance(0.7)
              : null,
        };
      });
    return {
      key: `${programme.id} ${year} ${n}`,
      surname: sex === 'm' ? surname : female(surname),
      givenName: prng.pick(sex === 'm' ? names.maleNames : names.femaleNames),
      patronymic: prng.pick(names.fathers)[sex === 'm' ? 0 : 1] ?? '',
      sex,
      birthDate: `${year - prng.int(19, 21)}-${String(prng.int(1, 12)).padStart(2, '0')}-${String(prng.int(1, 28)).padStart(2, '0')}`,
      year,
      programme,
      target: n === 4,
      pool: !hire && prng.chance(0.4),
      hire,
      answers,
    };
  });
}
