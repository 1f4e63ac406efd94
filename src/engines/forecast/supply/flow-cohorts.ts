import type { Cohort } from '../input.ts';
import { apportionQuotas } from '../largest-remainder.ts';
import type { CohortFlow } from '../result.ts';

/** Where graduates of one cohort work, by zone, in whole people. */
export interface CohortWork {
  cohort: Cohort;
  flow: CohortFlow;
  /** Zone → people in the field: at graduation, and back from the army a year later. */
  atOnce: Map<string, number>;
  afterArmy: Map<string, number>;
}

/**
 * Splits whole people, remembering what rounding gave or took, so that over many small groups the shares
 * come true: 2 % of 25 is nobody in one group, and one person in two.
 */
class CarriedRounding {
  private readonly carried = new Map<string, number[]>();

  split(place: string, total: number, shares: readonly number[]): number[] {
    const carry = this.carried.get(place) ?? shares.map(() => 0);
    const quotas = shares.map((s, k) => total * s + (carry[k] ?? 0));
    const whole = apportionQuotas(total, quotas);
    this.carried.set(
      place,
      quotas.map((q, k) => q - whole[k]!),
    );
    return whole;
  }
}

/**
 * Moves cohorts through their years of study to work, in whole people: students = Σ dropouts + graduates,
 * graduates = Σ destinations, conscripts = back + not back; exact in every cohort. Rounding is carried only
 * among cohorts of one programme and year of graduation, so an intake never touches an earlier supply.
 * @param cohorts sorted by id.
 */
export function flowCohorts(cohorts: readonly Cohort[]): CohortWork[] {
  const rounding = new CarriedRounding();
  return cohorts.map((c) => {
    const place = `${c.programme}\u0000${c.graduationYear}`;
    const split = (step: string, total: number, shares: readonly number[]) =>
      rounding.split(`${place}\u0000${step}`, total, shares);
    let students = c.students;
    const dropouts: { year: number; people: number }[] = [];
    for (let year = c.countedAt + 1; year <= c.graduationYear; year++) {
      const [lost, stay] = split(`study${year}`, students, [c.dropoutPerYear, 1 - c.dropoutPerYear]) as [
        number,
        number,
      ];
      students = stay;
      dropouts.push({ year, people: lost });
    }
    const [graduates, failed] = split('exam', students, [c.graduateShare, 1 - c.graduateShare]) as [
      number,
      number,
    ];
    if (dropouts.length > 0) dropouts[dropouts.length - 1]!.people += failed;
    else dropouts.push({ year: c.graduationYear, people: failed });
    const work = Math.max(0, 1 - c.army - c.furtherStudy - c.parental - c.otherRegion);
    const [army, furtherStudy, parental, otherRegion, working] = split('leave', graduates, [
      c.army,
      c.furtherStudy,
      c.parental,
      c.otherRegion,
      work,
    ]) as [number, number, number, number, number];
    const [inField, outOfField] = split('field', working, [c.inField, 1 - c.inField]) as [number, number];
    const [returned, notReturned] = split('army', army, [c.armyReturn, 1 - c.armyReturn]) as [number, number];
    const [returnedInField, returnedOutOfField] = split('armyField', returned, [
      c.inField,
      1 - c.inField,
    ]) as [number, number];
    const zones = c.workZones.length > 0 ? c.workZones : [{ zone: c.zone, share: 1 }];
    const toZones = (step: string, people: number) => {
      // The place names the college's zone: two colleges' commuters are rounded apart.
      const whole = split(
        `${step}\u0000${zones.map((z) => z.zone).join()}`,
        people,
        zones.map((z) => z.share),
      );
      return new Map(zones.map((z, k) => [z.zone, whole[k]!]));
    };
    const people = { graduates, army, furtherStudy, parental, otherRegion, inField, outOfField };
    const later = { returnedInField, returnedOutOfField, notReturned };
    return {
      cohort: c,
      flow: { cohort: c.id, students: c.students, dropouts, ...people, ...later },
      atOnce: toZones('zones', inField),
      afterArmy: toZones('armyZones', returnedInField),
    };
  });
}
