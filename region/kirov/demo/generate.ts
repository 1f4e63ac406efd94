import crosswalk from '../../reference/crosswalk.json';
import { makeIntakes, splitGroups } from './admission.ts';
import { makeAgreements } from './agreements.ts';
import { makeApplicants } from './applicants.ts';
import { makeBudgets } from './budgets.ts';
import { addColleges, type DemoCollege } from './colleges.ts';
import { makeConsents } from './consents.ts';
import { makeContingent } from './contingent.ts';
import { makeHistory } from './history.ts';
import { makeNeedLines, makeProjectLines } from './needs.ts';
import { addOfficials, addPlantPeople, makeBodies } from './officials.ts';
import { addEnterprises, addPublicBodies, createRegister } from './organisations.ts';
import { makeOutcomes } from './outcomes.ts';
import { createPeople } from './people.ts';
import { createPrng } from './prng.ts';
import { makeProgrammes, pullOf } from './programmes.ts';
import { makeProjects } from './projects.ts';
import { addCentres, makeCourses } from './retraining.ts';
import { AS_OF, SIZES } from './sizes.ts';
import { makeStaff } from './staff.ts';
import { makeTeachers } from './teachers.ts';
import type { DemoRegion, DemoSize } from './types.ts';
import { makeVacancies } from './vacancies.ts';
import { nameWantedProgrammes } from './wanted.ts';

/**
 * The whole demo region of a size: real territory and public bodies, everything else invented and marked demo.
 * Pure: the same seed gives the same objects on every machine. Every part has its own stream of chance.
 */
export function generateDemo(size: DemoSize = 'small', seed = 43): DemoRegion {
  const config = SIZES[size];
  const chance = createPrng(seed);
  const register = createRegister();
  addPublicBodies(register, chance.fork('bodies'));
  const colleges = addColleges(register, chance.fork('colleges'), config);
  const centres = addCentres(register, chance.fork('centres'), config);
  const enterprises = addEnterprises(register, chance.fork('enterprises'), config);

  const staff = makeStaff(chance.fork('staff'), enterprises);
  const projects = makeProjects(chance.fork('projects'), enterprises, config.projects, config.headcount);
  const ownLines = makeNeedLines(chance.fork('needs'), enterprises, staff);
  const projectLines = makeProjectLines(
    chance.fork('project-needs'),
    projects,
    enterprises,
    ownLines.length + 1,
  );
  const needLines = [...ownLines, ...projectLines];
  nameWantedProgrammes(chance.fork('wanted'), needLines);
  const courses = makeCourses(chance.fork('courses'), centres, needLines);

  const groupsAYear = splitGroups(colleges, config.groups);
  const set = makeProgrammes(chance.fork('programmes'), colleges, pullOf(needLines), groupsAYear);
  const { seatLines, intakes } = makeIntakes(chance.fork('admission'), colleges, set, groupsAYear);
  const collegeRows = colleges.map((college) => college.organisation);
  const people = createPeople(chance.fork('people'));
  const byCollege = new Map(collegeRows.map((row) => [row.id, row]));
  const { groups, students } = makeContingent(chance.fork('contingent'), intakes, byCollege, people);
  const programmes = new Map(set.programmes.map((row) => [row.id, row]));
  addOfficials(people, register.rows);
  addPlantPeople(chance.fork('plants'), people, enterprises);
  const teaching = makeTeachers(chance.fork('teachers'), people, collegeRows, programmes, groups);
  const groupsById = new Map(groups.map((row) => [row.id, row]));
  setCapacities(chance.fork('capacity'), colleges, students, groupsById, programmes);

  return {
    seed,
    size,
    asOf: AS_OF,
    organisations: register.rows,
    persons: people.persons,
    roles: people.roles,
    workshops: set.workshops,
    programmes: set.programmes,
    seatLines,
    groups,
    students,
    teaching,
    staff,
    projects,
    needLines,
    vacancies: makeVacancies(chance.fork('vacancies'), enterprises, staff),
    outcomes: makeOutcomes(chance.fork('outcomes'), intakes),
    applicants: makeApplicants(chance.fork('applicants'), config),
    budgets: makeBudgets(students, groupsById, programmes, courses),
    courses,
    agreements: makeAgreements(
      chance.fork('agreements'),
      collegeRows,
      enterprises,
      set.programmes,
      tradesOf(),
      courses,
    ),
    bodies: makeBodies(chance.fork('members'), people, register.rows),
    consents: makeConsents(
      chance.fork('consents'),
      students,
      new Map(people.persons.map((row) => [row.id, row])),
    ),
    ...makeHistory(chance.fork('history'), enterprises, staff),
  };
}

/** Occupations each programme leads to. */
function tradesOf(): Map<string, Set<string>> {
  const trades = new Map<string, Set<string>>();
  for (const edge of crosswalk.rows)
    trades.set(edge.spo, (trades.get(edge.spo) ?? new Set()).add(edge.occupation));
  return trades;
}

/** Rooms for today's students and a little more, dormitories for a part of them. */
function setCapacities(
  prng: ReturnType<typeof createPrng>,
  colleges: DemoCollege[],
  students: DemoRegion['students'],
  groups: Map<string, DemoRegion['groups'][number]>,
  programmes: Map<string, DemoRegion['programmes'][number]>,
): void {
  const counts = new Map<string, number>();
  for (const student of students) {
    if (student.status !== 'studying' && student.status !== 'leave') continue;
    const collegeId = programmes.get(groups.get(student.groupId)!.programmeId)!.collegeId;
    counts.set(collegeId, (counts.get(collegeId) ?? 0) + 1);
  }
  for (const { organisation } of colleges) {
    const now = counts.get(organisation.id) ?? 0;
    organisation.capacity = Math.ceil((now * (1.06 + 0.2 * prng.next()) + 25) / 25) * 25;
    organisation.dormitory = Math.round(organisation.capacity * 0.25 * prng.next());
    organisation.headcount = Math.round(now / 6) + 8;
  }
}
