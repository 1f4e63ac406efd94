import { demoId } from './identifiers.ts';
import names from './names.json';
import type { Prng } from './prng.ts';
import type { DemoOrganisation, DemoProject } from './types.ts';

const KINDS: Record<string, string[]> = {
  A: ['Тепличный комплекс', 'Животноводческий комплекс', 'Переработка древесины'],
  C: ['Новый цех', 'Модернизация линии', 'Новый завод', 'Участок сборки'],
  H: ['Логистический центр', 'Ремонтная база'],
};

/** Investment projects of larger plants; their jobs are a few thousandths of the region's staff a year. */
export function makeProjects(
  prng: Prng,
  enterprises: DemoOrganisation[],
  count: number,
  headcount: number,
): DemoProject[] {
  const owners = prng.sample(
    enterprises.filter((row) => row.headcount >= 60 && row.section in KINDS),
    count,
  );
  const usual = (headcount * 0.011) / count;
  return owners.map((owner, i) => ({
    id: demoId('project', i + 1),
    code: `prj-${String(i + 1).padStart(2, '0')}`,
    name: `${prng.pick(KINDS[owner.section]!)} „${prng.pick(names.places)}“ (демо)`,
    organisationId: owner.id,
    municipality: owner.municipality!,
    startYear: prng.int(2027, 2030),
    jobs: Math.max(8, Math.round(usual * (0.4 + 1.2 * prng.next()))),
  }));
}
