import profiles from './college-profiles.json';
import names from './names.json';
import type { Register } from './organisations.ts';
import type { Prng } from './prng.ts';
import type { SizeConfig } from './sizes.ts';
import { MUNICIPALITIES, pickMunicipality, populationOf } from './territory.ts';
import type { DemoOrganisation } from './types.ts';

export interface DemoCollege {
  organisation: DemoOrganisation;
  /** First two digits of the programme groups it teaches. */
  ugs: string[];
  /** Share in the region's admission. */
  weight: number;
}

/** Colleges of all profiles, large in towns and small in districts; at least one in every larger town. */
export function addColleges(register: Register, prng: Prng, config: SizeConfig): DemoCollege[] {
  const total = profiles.rows.reduce((sum, row) => sum + row.share, 0);
  const chosen = profiles.rows.flatMap((row) => {
    const exact = (row.share / total) * config.colleges;
    return Array.from({ length: Math.max(1, Math.round(exact)) }, () => row);
  });
  while (chosen.length > config.colleges)
    chosen.splice(
      chosen.findIndex((row, i) => chosen[i + 1] === row),
      1,
    );
  while (chosen.length < config.colleges) chosen.push(profiles.rows[8]!);
  return chosen.slice(0, config.colleges).map((profile, i) => {
    const municipality = prng.chance(profile.rural) ? ruralPlace(prng) : pickMunicipality(prng, 6);
    const weight = Math.exp((prng.next() - 0.5) * 1.1) * (populationOf(municipality) > 100 ? 1.5 : 0.7);
    const title = register.freeName(`${capital(profile.title)} „${prng.pick(names.places)}`);
    const organisation = register.add(prng, {
      code: `col-${String(i + 1).padStart(2, '0')}`,
      kind: 'college',
      role: 'COLLEGE',
      name: `${profile.kind === 'state' ? 'КОГПОБУ' : 'ЧПОУ'} «${title}“ (демо)»`,
      shortName: `${title}“ (демо)`,
      okved: '85',
      section: 'P',
      municipality,
      sizeClass: '16-100',
      ownership: profile.kind as 'state' | 'private',
    });
    return { organisation, ugs: profile.ugs, weight: profile.kind === 'state' ? weight : weight * 0.9 };
  });
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

function ruralPlace(prng: Prng): string {
  const rural = MUNICIPALITIES.filter((row) => row.rural);
  return prng.weighted(
    rural,
    rural.map((row) => populationOf(row.code)),
  ).code;
}
