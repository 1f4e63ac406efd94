import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { judge, settingsOn, type Verdict } from '../../../platform/rules/index.ts';
import type { Offer } from '../offers/load-offer.ts';
import type { LoadedPlan } from '../plans/load-plan.ts';
import {
  academicHoursRule,
  dayRule,
  hazardRule,
  nightRule,
  practiceExceptionRule,
  weekRule,
} from '../rules/age-rules.ts';
import { fitTimetable, type hazardRow, type Limits, type Stretch } from '../rules/limits.ts';
import {
  accessRule,
  agreementRule,
  fitRule,
  minGroupRule,
  minorsRule,
  offerDaysRule,
  overlapRule,
  planRule,
  programmeDaysRule,
  programmeRule,
} from '../rules/placing-rules.ts';
import type { Agreement } from './find-agreement.ts';
import type { Candidate } from './read-candidates.ts';
import { minutesOf, workDays } from './work-days.ts';

export interface Refused {
  rule: string;
  key: string;
  params: Record<string, string | number | boolean | null>;
  field: string;
}

export interface Judged {
  candidate: Candidate;
  timetable: Stretch[];
  refusals: Refused[];
}

export interface Placing {
  plan: LoadedPlan;
  offer: Offer;
  candidates: readonly Candidate[];
  from: string;
  to: string;
  /** Null: cut to the limits of each age. */
  minutesADay: number | null;
  employed: boolean;
  agreement: Agreement | null;
}

type Pair = readonly [{ rule: string }, Verdict];

const refusals = (pairs: readonly Pair[]): Refused[] =>
  pairs.flatMap(([{ rule }, verdict]) =>
    verdict.is === 'refused'
      ? [{ rule, key: verdict.messageKey, params: verdict.params, field: verdict.field ?? 'students' }]
      : [],
  );

const KEYS = [
  'practice.weekMinutes',
  'practice.dayMinutes',
  'practice.dayMinutesWithStudy',
  'practice.hazards',
  'practice.practice16Minutes',
  'practice.nightForMinors',
  'practice.otherOrderGroups',
  'practice.academicMinutes',
] as const;

/** What stops the placing whoever is sent: the plan, the programme, the offer, its days, the size of the group. */
function ofAll({ plan, offer, from, to, candidates }: Placing, settings: unknown): Refused[] {
  const fit = {
    code: plan.programmeCode,
    kind: plan.kind,
    programmes: offer.programmes,
    kinds: offer.kinds,
    keptForOther: offer.keptFor !== null && offer.keptFor !== plan.organisationId,
  };
  return refusals([
    [
      planRule,
      judge(
        planRule,
        { from, to, planFrom: plan.from, planTo: plan.to, approved: plan.state === 'approved' },
        {},
        from,
      ),
    ],
    [programmeRule, judge(programmeRule, { code: plan.programmeCode }, settings, from)],
    [fitRule, judge(fitRule, fit, {}, from)],
    [
      offerDaysRule,
      judge(
        offerDaysRule,
        { from, to, state: offer.state, offerFrom: offer.from, offerTo: offer.to },
        {},
        from,
      ),
    ],
    [minGroupRule, judge(minGroupRule, { people: candidates.length, least: offer.minGroup }, {}, from)],
  ]);
}

function timetableOf(
  { offer, from, to, minutesADay, employed }: Placing,
  birthDate: string,
  s: Record<string, unknown>,
): Stretch[] {
  if (minutesADay !== null) return [{ from, minutes: minutesADay, days: offer.daysAWeek }];
  const day = { ...((employed ? s['practice.dayMinutesWithStudy'] : s['practice.dayMinutes']) as Limits) };
  const list = s['practice.hazards'] as z.output<typeof hazardRow>[];
  // works that are open from 16 on only for a few hours a day
  if (offer.hazards.some((code) => list.find((row) => row.code === code)?.under18 === 'practice16'))
    day.under18 = Math.min(day.under18, s['practice.practice16Minutes'] as number);
  const week = s['practice.weekMinutes'] as Limits;
  return fitTimetable(
    birthDate,
    { from, to, minutes: offer.minutesADay, days: offer.daysAWeek },
    { week, day },
  );
}

function ofOne(placing: Placing, candidate: Candidate, settings: Record<string, unknown>): Judged {
  const { plan, offer, from, to, employed, minutesADay } = placing;
  const { birthDate, studying, since, other, needsAccess } = candidate;
  const until = `${plan.graduationYear}-08-31`;
  const pairs: Pair[] = [
    [programmeDaysRule, judge(programmeDaysRule, { from, to, studying, since, until }, {}, from)],
    [overlapRule, judge(overlapRule, { other }, {}, from)],
    [accessRule, judge(accessRule, { needsAccess, accessible: offer.accessible }, {}, from)],
  ];
  if (!birthDate)
    return {
      candidate,
      timetable: [],
      refusals: [
        ...refusals(pairs),
        { rule: 'AG-01', key: 'practice:error.noBirthDate', params: {}, field: 'students' },
      ],
    };
  const timetable = timetableOf(placing, birthDate, settings);
  const facts = { birthDate, from, to, timetable, employed };
  const hazards = { ...facts, hazards: offer.hazards };
  pairs.push(
    [minorsRule, judge(minorsRule, { birthDate, from, takesMinors: offer.takesMinors }, {}, from)],
    [weekRule, judge(weekRule, facts, settings, from)],
    [dayRule, judge(dayRule, facts, settings, from)],
    [hazardRule, judge(hazardRule, hazards, settings, from)],
    [practiceExceptionRule, judge(practiceExceptionRule, hazards, settings, from)],
    [nightRule, judge(nightRule, { birthDate, from, night: offer.night, employed }, settings, from)],
  );
  // hours that the law cuts short are made up at the college; hours asked for must hold the plan
  if (minutesADay !== null) {
    const share = workDays(from, to).length / Math.max(1, workDays(plan.from, plan.to).length);
    const academicHours = Math.floor(plan.academicHours * share);
    pairs.push([
      academicHoursRule,
      judge(academicHoursRule, { academicHours, minutes: minutesOf(timetable, from, to) }, settings, from),
    ]);
  }
  return { candidate, timetable, refusals: refusals(pairs) };
}

/** What the rules say of placing these students here on these days, on the settings of the first day. */
export async function judgePlacing(tx: Tx, placing: Placing): Promise<{ all: Refused[]; each: Judged[] }> {
  return judgeWith(placing, await placingSettings(tx, placing.from));
}

/** The settings placing is judged by; read once where many are judged. */
export const placingSettings = (tx: Tx, day: string) => settingsOn(tx, KEYS, day);

/** The same on settings at hand. */
export const judgeWith = (
  placing: Placing,
  settings: Record<string, unknown>,
): { all: Refused[]; each: Judged[] } => ({
  all: ofAll(placing, settings),
  each: placing.candidates.map((candidate) => ofOne(placing, candidate, settings)),
});

/** Whether the agreement that was found holds for these days. */
export const judgeAgreement = ({
  agreement,
  from,
  to,
}: Pick<Placing, 'agreement' | 'from' | 'to'>): Verdict =>
  judge(agreementRule, { agreement, from, to }, {}, from);
