import crosswalk from '../../reference/crosswalk.json';
import { demoId } from './identifiers.ts';
import { OCCUPATIONS } from './sectors.ts';
import type { DemoModule, DemoProgramme } from './types.ts';

const EDGES = new Map<string, string[]>();
for (const edge of crosswalk.rows) EDGES.set(edge.spo, [...(EDGES.get(edge.spo) ?? []), edge.occupation]);

/** Two versions of the plan: the one of 2022 and the one in force since 2025, which has more practice. */
export function planOf(n: number, spoCode: string, base: 9 | 11, months: number): DemoProgramme['versions'] {
  return [2022, 2025].map((year, i) => ({
    id: demoId('version', n * 2 + i),
    validFrom: `${year}-09-01`,
    validTo: i === 0 ? '2025-09-01' : null,
    title: `Учебный план ${spoCode}, база ${base}, приём с ${year} года`,
    modules: modulesOf(spoCode, base, months, i === 0 ? 1 : 1.15),
  }));
}

/** Academic hours: 36 a week; about 1,476 hours of school subjects after grade 9, practice a quarter of the rest. */
function modulesOf(spoCode: string, base: 9 | 11, months: number, practiceFactor: number): DemoModule[] {
  const school = base === 9 ? 1476 : 0;
  const trade = Math.round((months / 12) * 40 * 36 * 0.92) - school;
  const occupations = EDGES.get(spoCode) ?? [];
  const practice = Math.round((trade * 0.25 * practiceFactor) / 36) * 36;
  const core = trade - practice;
  const modules: DemoModule[] = [
    {
      code: 'ОП',
      name: 'Общепрофессиональный цикл',
      kind: 'vocational',
      academicHours: Math.round(core * 0.4),
      competences: ['ОК 01', 'ОК 02'],
    },
  ];
  if (school)
    modules.unshift({
      code: 'ОД',
      name: 'Общеобразовательный цикл',
      kind: 'general',
      academicHours: school,
      competences: ['ОК 01'],
    });
  for (const [i, occupation] of occupations.entries()) {
    const number = String(i + 1).padStart(2, '0');
    modules.push({
      code: `ПМ.${number}`,
      name: `Выполнение работ: ${OCCUPATIONS.get(occupation)!.name.toLowerCase()}`,
      kind: 'professional',
      academicHours: Math.round((core * 0.6) / occupations.length),
      competences: [`ПК ${i + 1}.1`, `ПК ${i + 1}.2`],
    });
  }
  const half = Math.round(practice / 72) * 36;
  modules.push({
    code: 'УП.01',
    name: 'Учебная практика',
    kind: 'training-practice',
    academicHours: half,
    competences: ['ПК 1.1'],
  });
  modules.push({
    code: 'ПП.01',
    name: 'Производственная практика',
    kind: 'work-practice',
    academicHours: practice - half,
    competences: ['ПК 1.1', 'ПК 1.2'],
  });
  return modules;
}
