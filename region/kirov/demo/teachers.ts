import type { People } from './people.ts';
import type { Prng } from './prng.ts';
import { LAST_INTAKE } from './sizes.ts';
import type { DemoGroup, DemoOrganisation, DemoProgramme, DemoTeaching } from './types.ts';

/** One teacher or master for seven students, heads of every college, and who teaches what to whom this year. */
export function makeTeachers(
  prng: Prng,
  people: People,
  colleges: DemoOrganisation[],
  programmes: Map<string, DemoProgramme>,
  groups: DemoGroup[],
): DemoTeaching[] {
  const teaching: DemoTeaching[] = [];
  const groupsOf = new Map<string, DemoGroup[]>();
  for (const group of groups) {
    const collegeId = programmes.get(group.programmeId)!.collegeId;
    groupsOf.set(collegeId, [...(groupsOf.get(collegeId) ?? []), group]);
  }
  for (const college of colleges) {
    people.addWorker(college, 'college_head', 'Директор');
    people.addWorker(college, 'college_deputy', 'Заместитель директора по учебно-производственной работе');
    people.addWorker(college, 'college_curator', 'Руководитель практики');
    const own = groupsOf.get(college.id) ?? [];
    const teachers = Array.from({ length: Math.max(4, Math.round(own.length * 3.1)) }, (_, i) =>
      i % 4 === 3
        ? people.addWorker(college, 'college_teacher', 'Мастер производственного обучения')
        : people.addWorker(college, 'college_teacher', 'Преподаватель'),
    );
    for (const group of own) {
      group.curatorId = prng.pick(teachers).id;
      const programme = programmes.get(group.programmeId)!;
      const version = programme.versions.find((row) => row.id === group.versionId)!;
      const years = Math.ceil(programme.months / 12);
      // School subjects come first, work practice last; the rest is spread over the years.
      for (const module of version.modules) {
        if (module.kind === 'general' && group.course > 1) continue;
        if (module.kind === 'work-practice' && group.course < years) continue;
        const spread = module.kind === 'general' || module.kind === 'work-practice' ? 1 : years;
        teaching.push({
          personId: prng.pick(teachers).id,
          groupId: group.id,
          moduleCode: module.code,
          academicHours: Math.max(2, Math.round(module.academicHours / spread)),
          year: LAST_INTAKE,
        });
      }
    }
  }
  return teaching;
}
