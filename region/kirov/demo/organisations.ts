import bodies from '../bodies.json';
import { demoId, legalNumbers } from './identifiers.ts';
import names from './names.json';
import type { Prng } from './prng.ts';
import { SECTORS } from './sectors.ts';
import type { SizeConfig } from './sizes.ts';
import { MUNICIPALITIES, pickMunicipality, pointNear } from './territory.ts';
import type { DemoOrganisation, SizeClass } from './types.ts';

/** Makes organisations with the next free id and the next free legal numbers. */
export function createRegister() {
  const rows: DemoOrganisation[] = [];
  const taken = new Map<string, number>();
  return {
    rows,
    /** A name that nobody has yet: the second one gets a number. */
    freeName(name: string): string {
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      return count === 1 ? name : `${name}-${count}`;
    },
    add(
      prng: Prng,
      row: Partial<DemoOrganisation> & Pick<DemoOrganisation, 'code' | 'kind' | 'role' | 'name'>,
    ) {
      const n = rows.length + 1;
      const numbers = row.demo === false ? { inn: '', kpp: '', ogrn: '' } : legalNumbers(n);
      const place = row.municipality ? pointNear(prng, row.municipality) : { lat: null, lon: null };
      const full: DemoOrganisation = {
        id: demoId('organisation', n),
        shortName: row.name,
        demo: true,
        ...numbers,
        okved: '84',
        section: 'O',
        municipality: null,
        ...place,
        sizeClass: '16-100',
        headcount: 0,
        access: 'open',
        ...row,
      };
      rows.push(full);
      return full;
    },
  };
}
export type Register = ReturnType<typeof createRegister>;

/** Public bodies under their real names, then the demo's administrations and employment offices of municipalities. */
export function addPublicBodies(register: Register, prng: Prng): void {
  for (const body of bodies.rows)
    register.add(prng, { ...body, sizeClass: '16-100', headcount: 60, demo: false });
  for (const row of MUNICIPALITIES) {
    const name = `Администрация: ${row.name} (демо)`;
    register.add(prng, {
      code: `adm-${row.code}`,
      kind: 'municipality',
      role: 'MUNICIPALITY',
      name,
      municipality: row.code,
      headcount: 40,
    });
  }
}

const sizeClassOf = (headcount: number): SizeClass =>
  headcount <= 15 ? '1-15' : headcount <= 100 ? '16-100' : headcount <= 250 ? '101-250' : '251+';

/** Enterprises of every sector; the staff of a sector is its share of the whole, split unevenly between its plants. */
export function addEnterprises(register: Register, prng: Prng, config: SizeConfig): DemoOrganisation[] {
  const shares = SECTORS.reduce((total, sector) => total + sector.share, 0);
  const free = config.enterprises - config.defencePlants - (SECTORS.length - 1);
  const open = SECTORS.filter((sector) => !sector.restricted);
  const units = open.reduce((total, sector) => total + sector.share / sector.size, 0);
  const made: DemoOrganisation[] = [];
  let due = 0;
  let given = 0;
  for (const sector of SECTORS) {
    due += sector.restricted ? 0 : (free * sector.share) / sector.size / units;
    const count = sector.restricted ? config.defencePlants : 1 + Math.round(due) - given;
    if (!sector.restricted) given += count - 1;
    const weights = Array.from({ length: count }, () =>
      Math.exp((prng.next() + prng.next() + prng.next() - 1.5) * 1.6),
    );
    const whole = weights.reduce((a, b) => a + b, 0);
    for (let i = 0; i < count; i++) {
      const headcount = Math.max(
        3,
        Math.round(((weights[i]! / whole) * config.headcount * sector.share) / shares),
      );
      const title = `${register.freeName(`${prng.pick(sector.nouns)} „${prng.pick(names.places)}`)}“ (демо)`;
      made.push(
        register.add(prng, {
          code: `ent-${String(made.length + 1).padStart(4, '0')}`,
          kind: 'enterprise',
          role: 'ENTERPRISE',
          name: `${sector.legalForm} «${title}»`,
          shortName: title,
          okved: sector.okved,
          section: sector.section,
          municipality: pickMunicipality(prng, sector.urban),
          sizeClass: sizeClassOf(headcount),
          headcount,
          access: sector.restricted ? 'restricted' : 'open',
        }),
      );
    }
  }
  return made;
}
