import { demoId } from './identifiers.ts';
import type { Prng } from './prng.ts';
import { AS_OF } from './sizes.ts';
import type { DemoConsent, DemoPerson, DemoStudent } from './types.ts';

const PURPOSES: [purpose: string, share: number][] = [
  ['share-results-with-employers', 0.3],
  ['events-and-photos', 0.2],
];

/** Voluntary consents of students; a guardian gave them for those under 18 on that day; a few were taken back. */
export function makeConsents(
  prng: Prng,
  students: DemoStudent[],
  persons: Map<string, DemoPerson>,
): DemoConsent[] {
  const consents: DemoConsent[] = [];
  for (const student of students) {
    if (student.status !== 'studying') continue;
    for (const [purpose, share] of PURPOSES) {
      if (!prng.chance(share)) continue;
      const givenOn = `2026-${prng.pick(['09', '10'])}-${String(prng.int(1, 28)).padStart(2, '0')}`;
      const birth = persons.get(student.personId)!.birthDate;
      const adult = `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}` <= givenOn;
      consents.push({
        id: demoId('consent', consents.length + 1),
        personId: student.personId,
        purpose,
        textVersion: '2026-09',
        givenOn,
        givenBy: adult ? 'self' : 'guardian',
        withdrawnOn: prng.chance(0.03) ? AS_OF : null,
      });
    }
  }
  return consents;
}
