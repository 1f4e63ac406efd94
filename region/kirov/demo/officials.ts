import { demoId } from './identifiers.ts';
import type { People } from './people.ts';
import type { Prng } from './prng.ts';
import type { DemoBody, DemoOrganisation } from './types.ts';

/** Posts of public bodies; their people are invented and marked demo, whoever holds the post in life. */
const POSTS: Record<string, [role: string, post: string][]> = {
  REGION_GOV: [
    ['region_gov_official', 'Заместитель председателя правительства'],
    ['region_gov_official', 'Руководитель проектного офиса'],
  ],
  MIN_EDU: [
    ['min_edu_head', 'Министр'],
    ['min_edu_specialist', 'Консультант отдела профессионального образования'],
    ['min_edu_specialist', 'Главный специалист-эксперт'],
    ['auditor', 'Аудитор'],
  ],
  MIN_ECON: [['min_econ_specialist', 'Консультант отдела прогнозирования']],
  MIN_IND: [['min_ind_specialist', 'Консультант отдела кадровой политики']],
  INSTITUTE: [
    ['institute_head', 'Ректор'],
    ['institute_methodist', 'Методист центра профессионального образования'],
  ],
  PLACEMENT_CENTRE: [['placement_centre_coordinator', 'Координатор практики']],
  EXAM_OPERATOR_REG: [['exam_operator_coordinator', 'Координатор демонстрационного экзамена']],
  EMPLOYMENT_CENTRE: [['employment_specialist', 'Специалист по прогнозу потребности']],
  EMPLOYER_UNION: [['union_representative', 'Представитель объединения работодателей']],
  MUNICIPALITY: [['municipality_specialist', 'Заместитель главы по социальным вопросам']],
  UNIVERSITY: [['university_coordinator', 'Проректор']],
};

export function addOfficials(people: People, organisations: DemoOrganisation[]): void {
  for (const organisation of organisations) {
    for (const [role, post] of POSTS[organisation.role] ?? []) people.addWorker(organisation, role, post);
  }
}

/** At every enterprise someone answers for staff; larger ones have mentors, and some of these judge exams. */
export function addPlantPeople(prng: Prng, people: People, enterprises: DemoOrganisation[]): void {
  for (const plant of enterprises) {
    people.addWorker(plant, 'enterprise_hr', 'Специалист по кадрам');
    const mentors = Math.floor(plant.headcount / 120);
    for (let i = 0; i < mentors; i++)
      people.addWorker(plant, prng.chance(0.3) ? 'expert' : 'mentor', 'Наставник, ведущий специалист');
  }
}

/** The region's council, quota commission and engineering working group, and a governing board in every state college. */
export function makeBodies(prng: Prng, people: People, organisations: DemoOrganisation[]): DemoBody[] {
  const bodies: DemoBody[] = [];
  const rolesOf = (role: string) => {
    const ids = new Set(organisations.filter((row) => row.role === role).map((row) => row.id));
    return people.roles.filter((row) => ids.has(row.organisationId));
  };
  const officials = [
    'REGION_GOV',
    'MIN_EDU',
    'MIN_ECON',
    'MIN_IND',
    'INSTITUTE',
    'EMPLOYER_UNION',
    'EMPLOYMENT_CENTRE',
  ].flatMap(rolesOf);
  const hr = rolesOf('ENTERPRISE').filter((row) => row.role === 'enterprise_hr');
  const directors = rolesOf('COLLEGE').filter((row) => row.role === 'college_head');
  const add = (
    kind: DemoBody['kind'],
    name: string,
    owner: DemoOrganisation,
    candidates: { personId: string }[],
  ) =>
    bodies.push({
      id: demoId('body', bodies.length + 1),
      kind,
      name,
      organisationId: owner.id,
      members: candidates.map(({ personId }, i) => ({
        personId,
        post: i === 0 ? 'chair' : i === 1 ? 'deputy-chair' : i === 2 ? 'secretary' : 'member',
        validFrom: '2026-09-01',
      })),
    });
  const owner = (role: string) => organisations.find((row) => row.role === role)!;
  add('council', 'Координационный совет по кадровому обеспечению (демо)', owner('REGION_GOV'), [
    ...officials.slice(0, 8),
    ...prng.sample(hr, 4),
    ...prng.sample(directors, 3),
  ]);
  add('commission', 'Комиссия по распределению КЦП (демо)', owner('MIN_EDU'), [
    ...officials.slice(2, 9),
    ...prng.sample(hr, 2),
  ]);
  add(
    'working-group',
    'Рабочая группа по программе развития инженерного образования (демо)',
    owner('MIN_EDU'),
    [...officials.slice(3, 10), ...prng.sample(directors, 3)],
  );
  const plants = prng.sample(hr, Math.min(hr.length, 400));
  for (const [i, college] of organisations
    .filter((row) => row.role === 'COLLEGE' && row.ownership === 'state')
    .entries()) {
    const director = directors.find((row) => row.organisationId === college.id)!;
    const partners = [0, 1, 2].map((k) => plants[(i * 3 + k) % plants.length]!);
    add('governing-board', `Управляющий совет: ${college.shortName}`, college, [
      partners[0]!,
      partners[1]!,
      director,
      partners[2]!,
    ]);
  }
  return bodies;
}
