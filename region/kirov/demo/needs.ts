import { demoId } from './identifiers.ts';
import type { Prng } from './prng.ts';
import { NEED_YEARS } from './sizes.ts';
import { EXIT_RATES, sectorOf } from './staff.ts';
import type { Confidence, DemoNeedLine, DemoOrganisation, DemoProject, DemoStaff } from './types.ts';

const REASONS = {
  new: ['расширение производства', 'новая смена', 'новое оборудование', 'рост заказов'],
  replacement: ['выход на пенсию', 'уход из профессии', 'замена работников предпенсионного возраста'],
};

/**
 * Need lines 2027–2033 by the decomposition of the domain guide: a growing plant asks for the growth and for all leavers,
 * a shrinking one replaces only what exceeds the cut. Fractions are rounded at random so that sums keep their mean.
 */
export function makeNeedLines(
  prng: Prng,
  enterprises: DemoOrganisation[],
  staff: DemoStaff[],
): DemoNeedLine[] {
  const lines: DemoNeedLine[] = [];
  const growths = new Map(
    enterprises.map((row) => [row.id, { row, growth: sectorOf(row).growth + (prng.next() - 0.43) * 0.018 }]),
  );
  for (const { organisationId, occupation, headcount, ages } of staff) {
    const { row, growth } = growths.get(organisationId)!;
    const exit = ages.reduce((total, count, band) => total + count * EXIT_RATES[band]!, 0);
    for (const [k, year] of NEED_YEARS.entries()) {
      const scale = (1 + growth) ** k;
      const delta = headcount * scale * growth;
      const leavers = exit * scale;
      const amounts = {
        new: Math.max(0, delta),
        replacement: delta >= 0 ? leavers : Math.max(0, delta + leavers),
      };
      for (const kind of ['replacement', 'new'] as const) {
        const count = prng.round(amounts[kind]);
        if (count === 0) continue;
        lines.push({
          id: demoId('need-line', lines.length + 1),
          organisationId,
          municipality: row.municipality!,
          occupation,
          year,
          kind,
          count,
          confidence: confidenceOf(prng, k),
          reason: prng.pick(REASONS[kind]),
          projectId: null,
          spoCodeWanted: null,
        });
      }
    }
  }
  return lines;
}

/** Jobs of investment projects, on top of the lines above: three years from the start, in the sector's occupations. */
export function makeProjectLines(
  prng: Prng,
  projects: DemoProject[],
  enterprises: DemoOrganisation[],
  firstNumber: number,
): DemoNeedLine[] {
  const lines: DemoNeedLine[] = [];
  for (const project of projects) {
    const owner = enterprises.find((row) => row.id === project.organisationId)!;
    for (const [occupation, share] of sectorOf(owner).mix) {
      for (const [k, part] of [0.5, 0.3, 0.2].entries()) {
        const count = prng.round(project.jobs * share * part);
        if (count === 0) continue;
        lines.push({
          id: demoId('need-line', firstNumber + lines.length),
          organisationId: owner.id,
          municipality: project.municipality,
          occupation,
          year: project.startYear + k,
          kind: 'project',
          count,
          confidence: k === 0 ? 'mid' : 'low',
          reason: project.name,
          projectId: project.id,
          spoCodeWanted: null,
        });
      }
    }
  }
  return lines;
}

function confidenceOf(prng: Prng, yearsAhead: number): Confidence {
  const shift = prng.next() + yearsAhead * 0.16;
  return shift < 0.7 ? 'high' : shift < 1.4 ? 'mid' : 'low';
}
