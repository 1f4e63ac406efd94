import { demoId } from './identifiers.ts';
import type { Prng } from './prng.ts';
import { OCCUPATIONS } from './sectors.ts';
import type { DemoOrganisation, DemoStaff, DemoVacancy } from './types.ts';

/** Open vacancies on the day of the demo, about one per hundred jobs, the oldest half a year old. */
export function makeVacancies(
  prng: Prng,
  enterprises: DemoOrganisation[],
  staff: DemoStaff[],
): DemoVacancy[] {
  const owners = new Map(enterprises.map((row) => [row.id, row]));
  const vacancies: DemoVacancy[] = [];
  for (const row of staff) {
    const workPlaces = prng.round(row.headcount * 0.012 * (0.4 + 1.2 * prng.next()));
    if (workPlaces === 0) continue;
    const occupation = OCCUPATIONS.get(row.occupation)!;
    const low =
      occupation.level === 'higher'
        ? 65
        : occupation.level === 'none'
          ? 32
          : occupation.category === 'worker'
            ? 52
            : 46;
    const salary = (low + prng.int(0, 40)) * 100_000;
    const daysOpen = Math.floor(prng.next() ** 1.6 * 200);
    vacancies.push({
      id: demoId('vacancy', vacancies.length + 1),
      organisationId: row.organisationId,
      title: occupation.name,
      occupation: row.occupation,
      municipality: owners.get(row.organisationId)!.municipality!,
      created: new Date(Date.UTC(2026, 10, 22) - daysOpen * 86_400_000).toISOString().slice(0, 10),
      workPlaces,
      salaryMin: prng.chance(0.85) ? salary : null,
      salaryMax: prng.chance(0.5) ? salary + prng.int(5, 30) * 100_000 : null,
    });
  }
  return vacancies;
}
