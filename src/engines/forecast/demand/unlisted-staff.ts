import type { NeedLine, Respondent } from '../input.ts';
import type { EngineIssue } from '../issue.ts';
import type { ForecastSettings } from '../settings.ts';
import type { StaffToModel } from './model-rest.ts';
import { stratumKey, type Weighting } from './response-weights.ts';
import { type StaffingYear, staffingShares } from './staffing-shares.ts';

/**
 * Staff of enterprises that answered, in occupations they said nothing about: "not named" is not "none
 * needed". Per stratum, occupations that some answer names are left to the answers; the others get their
 * staffing shares of the stratum's staff, together no more than the staff the answers leave unnamed.
 * @param posts lines of each post, by year.
 */
export function unlistedStaff(
  respondents: readonly Respondent[],
  posts: readonly (readonly NeedLine[])[],
  weighting: Weighting,
  unanswered: ReadonlyMap<string, ReadonlyMap<string, number>>,
  staffing: ReadonlyMap<string, StaffingYear[]>,
  settings: ForecastSettings,
): { staff: StaffToModel[]; notes: EngineIssue[] } {
  const named = new Map<string, { occupations: Set<string>; staff: number }>();
  for (const lines of posts) {
    const first = lines[0]!;
    const key = weighting.stratumOf.get(first.enterpriseId) ?? stratumKey(first);
    const known = named.get(key) ?? { occupations: new Set<string>(), staff: 0 };
    named.set(key, known);
    known.occupations.add(first.occupation);
    known.staff += first.headcountBefore ?? 0;
  }
  const staff: StaffToModel[] = [];
  const notes: EngineIssue[] = [];
  for (const [key, stratum] of weighting.strata) {
    const { occupations, staff: listed } = named.get(key) ?? { occupations: new Set<string>(), staff: 0 };
    const unlisted = stratum.answered - listed;
    if (!settings.modelUnlisted || stratum.answered <= 0 || unlisted <= 0) continue;
    const known = staffing.get(stratum.okved);
    const shares = known
      ? staffingShares(known, known.at(-1)!.year, settings.shareFade, 0)
      : new Map<string, number>();
    let share = 0;
    for (const [occupation, s] of shares) if (!occupations.has(occupation)) share += s;
    const factor = share > 0 ? Math.min(1, unlisted / (stratum.answered * share)) : 0;
    const modelled = stratum.weight * stratum.answered * factor * share;
    const params = {
      stratum: key,
      staff: Math.round(stratum.weight * unlisted),
      modelled: Math.round(modelled),
    };
    notes.push({ code: 'answers.unlisted', params });
    if (factor === 0) continue;
    const zones = new Map<string, number>();
    const add = (zone: string, people: number) => zones.set(zone, (zones.get(zone) ?? 0) + people * factor);
    const others = [...(unanswered.get(key) ?? [])];
    const total = others.reduce((a, [, n]) => a + n, 0);
    const extra = stratum.weight - 1;
    for (const r of respondents) {
      if (stratumKey(r) === key) add(r.zone, r.headcount * (total > 0 ? 1 : stratum.weight));
    }
    if (total > 0) for (const [zone, n] of others) add(zone, (extra * stratum.answered * n) / total);
    staff.push({ okved: stratum.okved, id: key, zones, except: occupations });
  }
  return { staff, notes };
}
