import { demoId } from './identifiers.ts';
import names from './names.json';
import type { Prng } from './prng.ts';
import type { DemoPerson, DemoRole, Sex } from './types.ts';

const female = (surname: string) =>
  surname
    .replace(/(ск|н)ой$/, '$1ая')
    .replace(/ский$/, 'ская')
    .replace(/([вн])$/, '$1а');

/** `2010-03-17` of a year, any day that every month has. */
export const dayIn = (prng: Prng, year: number, fromMonth = 1, toMonth = 12): string =>
  `${year}-${String(prng.int(fromMonth, toMonth)).padStart(2, '0')}-${String(prng.int(1, 28)).padStart(2, '0')}`;

/** Makes invented people and their dated roles. */
export function createPeople(prng: Prng) {
  const persons: DemoPerson[] = [];
  const roles: DemoRole[] = [];
  const addPerson = (sex: Sex, birthDate: string, municipality: string): DemoPerson => {
    const father = prng.pick(names.fathers);
    const surname = prng.pick(names.surnames);
    const person: DemoPerson = {
      id: demoId('person', persons.length + 1),
      surname: sex === 'm' ? surname : female(surname),
      givenName: prng.pick(sex === 'm' ? names.maleNames : names.femaleNames),
      patronymic: father[sex === 'm' ? 0 : 1]!,
      sex,
      birthDate,
      municipality,
      demo: true,
    };
    persons.push(person);
    return person;
  };
  return {
    persons,
    roles,
    addPerson,
    /** A grown-up with a role since some day of the last years. */
    addWorker(
      organisation: { id: string; municipality: string | null },
      role: string,
      post: string,
    ): DemoPerson {
      const person = addPerson(
        prng.chance(0.6) ? 'f' : 'm',
        dayIn(prng, prng.int(1961, 1998)),
        organisation.municipality ?? 'kirov',
      );
      roles.push({
        id: demoId('role', roles.length + 1),
        personId: person.id,
        organisationId: organisation.id,
        role,
        post,
        validFrom: dayIn(prng, prng.int(2019, 2025)),
        validTo: null,
      });
      return person;
    },
  };
}
export type People = ReturnType<typeof createPeople>;
