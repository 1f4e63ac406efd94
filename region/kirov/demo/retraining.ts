import { demoId } from './identifiers.ts';
import type { Register } from './organisations.ts';
import type { Prng } from './prng.ts';
import { OCCUPATIONS } from './sectors.ts';
import type { SizeConfig } from './sizes.ts';
import { pickMunicipality } from './territory.ts';
import type { DemoCourse, DemoNeedLine, DemoOrganisation } from './types.ts';

const KINDS = [
  ['po-prep', 'Профессиональная подготовка'],
  ['po-retrain', 'Переподготовка'],
  ['po-upgrade', 'Повышение квалификации'],
] as const;

export function addCentres(register: Register, prng: Prng, config: SizeConfig): DemoOrganisation[] {
  return Array.from({ length: config.retrainingCentres }, (_, i) =>
    register.add(prng, {
      code: `rtc-${String(i + 1).padStart(2, '0')}`,
      kind: 'other',
      role: 'ADVANCED_TRAINING_CENTRE',
      name: `АНО ДПО «Учебный центр № ${i + 1} (демо)»`,
      okved: '85',
      section: 'P',
      municipality: i === 0 ? 'kirov' : pickMunicipality(prng, 3),
      headcount: prng.int(12, 60),
    }),
  );
}

/** Short courses for the workers' occupations that are asked for most. */
export function makeCourses(
  prng: Prng,
  centres: DemoOrganisation[],
  needLines: DemoNeedLine[],
): DemoCourse[] {
  const need = new Map<string, number>();
  for (const line of needLines) need.set(line.occupation, (need.get(line.occupation) ?? 0) + line.count);
  const teachable = [...need]
    .filter(
      ([code]) =>
        ['short-training', 'vocational'].includes(OCCUPATIONS.get(code)!.level) &&
        OCCUPATIONS.get(code)!.category === 'worker',
    )
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 60);
  const courses: DemoCourse[] = [];
  for (const centre of centres) {
    for (const [occupation] of prng.sample(teachable, prng.int(8, 16))) {
      const [kind, title] = prng.pick(KINDS);
      const weeks = prng.int(4, 16);
      courses.push({
        id: demoId('course', courses.length + 1),
        code: `crs-${String(courses.length + 1).padStart(3, '0')}`,
        centreId: centre.id,
        name: `${title}: ${OCCUPATIONS.get(occupation)!.name.toLowerCase()} (демо)`,
        kind,
        occupation,
        hours: weeks * 36,
        weeks,
        groupMin: 8,
        groupMax: prng.pick([12, 15, 20]),
        groupsMax: prng.int(1, 3),
        price: (weeks * prng.int(20, 35) * 100_000) / 10,
        success: Math.round((0.45 + 0.35 * prng.next()) * 100) / 100,
      });
    }
  }
  return courses;
}
