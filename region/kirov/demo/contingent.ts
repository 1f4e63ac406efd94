import type { Intake } from './admission.ts';
import { demoId } from './identifiers.ts';
import { dayIn, type People } from './people.ts';
import type { Prng } from './prng.ts';
import { womenShare } from './shares.ts';
import { LAST_INTAKE } from './sizes.ts';
import { pickMunicipality } from './territory.ts';
import type { DemoGroup, DemoOrganisation, DemoStudent, Funding } from './types.ts';

/** Yearly chances by course: leaving for good, academic leave, moving to another group. */
const DROP = [0.075, 0.06, 0.045, 0.03];
const LEAVE = 0.014;
const MOVE = 0.006;
const GROUNDS = [
  'академическая задолженность',
  'по собственному желанию',
  'перевод в другую организацию',
  'невыход из отпуска',
];

/** Groups that study on the day of the demo, and everyone who ever entered them, with dated history. */
export function makeContingent(
  prng: Prng,
  intakes: Intake[],
  colleges: Map<string, DemoOrganisation>,
  people: People,
) {
  const groups: DemoGroup[] = [];
  const students: DemoStudent[] = [];
  const numbers = new Map<string, number>();
  for (const intake of intakes) {
    const graduationYear = intake.year + Math.ceil(intake.programme.months / 12);
    if (graduationYear <= LAST_INTAKE) continue;
    const college = colleges.get(intake.programme.collegeId)!;
    for (const part of intake.groups) {
      const cohort = `${intake.programme.spoCode}-${String(intake.year % 100)}`;
      const number = (numbers.get(college.id + cohort) ?? 0) + 1;
      numbers.set(college.id + cohort, number);
      const version = intake.programme.versions.findLast((row) => row.validFrom <= `${intake.year}-09-01`)!;
      const group: DemoGroup = {
        id: demoId('group', groups.length + 1),
        code: `${cohort}-${number}`,
        programmeId: intake.programme.id,
        versionId: version.id,
        intakeYear: intake.year,
        course: LAST_INTAKE - intake.year + 1,
        graduationYear,
        curatorId: '',
      };
      groups.push(group);
      for (let i = 0; i < part.size + part.beside; i++) {
        const beside = i >= part.size;
        const funding: Funding = beside
          ? 'paid'
          : part.funding === 'quota' && prng.chance(0.05)
            ? 'target'
            : part.funding;
        students.push(
          enrol(
            prng,
            people,
            students.length + 1,
            group,
            intake,
            college,
            funding,
            beside ? part.besideLineId : part.seatLineId,
          ),
        );
      }
    }
  }
  moveStudents(prng, students, groups);
  return { groups, students };
}

function enrol(
  prng: Prng,
  people: People,
  n: number,
  group: DemoGroup,
  { programme, year }: Intake,
  college: DemoOrganisation,
  funding: Funding,
  seatLineId: string,
): DemoStudent {
  const sex = prng.chance(womenShare(programme.spoCode)) ? 'f' : 'm';
  const age = (programme.base === 9 ? 15 : 17) + (prng.chance(0.15) ? 1 : 0);
  const home = prng.chance(0.6) ? college.municipality! : pickMunicipality(prng);
  const person = people.addPerson(sex, dayIn(prng, year - age, 1, 8), home);
  const student: DemoStudent = {
    id: demoId('student', n),
    personId: person.id,
    groupId: group.id,
    seatLineId,
    funding,
    status: 'studying',
    events: [{ date: `${year}-09-01`, kind: 'enrolment', order: `${prng.int(100, 160)}-с`, ground: 'приём' }],
  };
  for (let course = 1; course <= group.course && student.status === 'studying'; course++) {
    liveYear(prng, student, year + course - 1, course);
  }
  return student;
}

/** One school year, up to the day of the demo in the last one: an eighth of the year's changes have happened by then. */
function liveYear(prng: Prng, student: DemoStudent, year: number, course: number): void {
  const current = year === LAST_INTAKE;
  const part = current ? 0.12 : 1;
  const order = () => `${prng.int(161, 400)}-с`;
  const date = () =>
    current ? dayIn(prng, year, 10, 11).replace(/-11-(2[3-9])$/, '-11-20') : dayIn(prng, year + 1, 1, 6);
  if (prng.chance(DROP[course - 1]! * part)) {
    student.events.push({ date: date(), kind: 'expulsion', order: order(), ground: prng.pick(GROUNDS) });
    student.status = 'expelled';
  } else if (prng.chance(LEAVE * part)) {
    student.events.push({ date: date(), kind: 'leave', order: order(), ground: 'академический отпуск' });
    if (current || prng.chance(0.3)) student.status = 'leave';
    else
      student.events.push({
        date: `${year + 1}-09-01`,
        kind: 'return',
        order: order(),
        ground: 'выход из отпуска',
      });
  }
}

/** A few students move to another group of the same intake year: the old record closes, a new one opens. */
function moveStudents(prng: Prng, students: DemoStudent[], groups: DemoGroup[]): void {
  const byYear = new Map<number, DemoGroup[]>();
  for (const group of groups) byYear.set(group.intakeYear, [...(byYear.get(group.intakeYear) ?? []), group]);
  const known = new Map(groups.map((group) => [group.id, group]));
  const before = students.length;
  for (let i = 0; i < before; i++) {
    const student = students[i]!;
    const from = known.get(student.groupId)!;
    if (
      student.status !== 'studying' ||
      student.events.length > 1 ||
      from.course < 2 ||
      student.funding === 'target'
    )
      continue;
    if (!prng.chance(MOVE * from.course)) continue;
    const to = prng.pick(byYear.get(from.intakeYear)!);
    if (to.id === from.id) continue;
    const date = `${LAST_INTAKE}-09-01`;
    const order = `${prng.int(161, 400)}-с`;
    student.status = 'transferred';
    student.events.push({ date, kind: 'transfer-out', order, ground: 'заявление о переводе' });
    students.push({
      ...student,
      id: demoId('student', students.length + 1),
      groupId: to.id,
      status: 'studying',
      events: [{ date, kind: 'transfer-in', order, ground: 'заявление о переводе' }],
    });
  }
}
