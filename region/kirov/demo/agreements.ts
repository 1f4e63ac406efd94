import { demoId } from './identifiers.ts';
import { dayIn } from './people.ts';
import type { Prng } from './prng.ts';
import { sectorOf } from './staff.ts';
import type { DemoAgreement, DemoCourse, DemoOrganisation, DemoProgramme } from './types.ts';

type Kind = DemoAgreement['kind'];

/** Every college has practice agreements with plants around that employ its trades; some have target and network ones. */
export function makeAgreements(
  prng: Prng,
  colleges: DemoOrganisation[],
  enterprises: DemoOrganisation[],
  programmes: DemoProgramme[],
  trades: Map<string, Set<string>>,
  courses: DemoCourse[],
): DemoAgreement[] {
  const agreements: DemoAgreement[] = [];
  const hosts = enterprises
    .filter((row) => row.headcount >= 16)
    .map((row) => ({ row, mix: sectorOf(row).mix.map(([code]) => code) }));
  const add = (kind: Kind, parties: string[], programmeIds: string[], years: number) => {
    const year = prng.int(2023, 2026);
    const signedOn = dayIn(prng, year, 2, 10);
    const n = agreements.length + 1;
    agreements.push({
      id: demoId('agreement', n),
      kind,
      number: `Д-${n}/${year}`,
      parties,
      signedOn,
      validFrom: signedOn,
      validTo: `${year + years}-08-31`,
      signature: prng.chance(0.8) ? 'paper' : 'qualified',
      programmeIds,
    });
  };
  for (const college of colleges) {
    const own = programmes.filter((row) => row.collegeId === college.id && !row.isNew);
    for (const programme of own) {
      const wanted = trades.get(programme.spoCode)!;
      const fitting = hosts.filter(
        ({ row, mix }) =>
          mix.some((code) => wanted.has(code)) &&
          (row.municipality === college.municipality || row.headcount > 150),
      );
      for (const { row } of prng.sample(fitting, prng.int(1, 4)))
        add('practice', [college.id, row.id], [programme.id], 5);
      if (fitting.length > 0 && prng.chance(0.25))
        add('target', [college.id, prng.pick(fitting).row.id], [programme.id], 6);
    }
    if (colleges.length > 1 && prng.chance(0.3))
      add('network', [college.id, prng.pick(colleges.filter((row) => row !== college)).id], [], 3);
  }
  for (const centreId of new Set(courses.map((row) => row.centreId)))
    add('retraining', [centreId, prng.pick(hosts).row.id], [], 2);
  return agreements;
}
