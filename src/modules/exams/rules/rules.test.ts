import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, type Verdict } from '../../../platform/rules/pure.ts';
import { REGIMES, regimeOn } from '../regimes/index.ts';
import { settings } from '../settings.ts';
import * as course from './course-rules.ts';
import { monthsLater } from './days.ts';
import { gradeOf, leastPoints, SCHEMES } from './grade-of.ts';
import * as kit from './kit-rules.ts';
import * as mark from './mark-rules.ts';
import { aspectPoints, halfUp, pointsText } from './points.ts';
import * as result from './result-rules.ts';
import * as seat from './seat-rules.ts';

const DAY = '2027-06-16';
const initial = Object.fromEntries(Object.entries(settings).map(([key, one]) => [key, one.initial]));
type Any = Parameters<typeof judge>[0];
const say = (rule: unknown, facts: object): Verdict => judge(rule as Any, facts, initial, DAY);
/** «ok», «refused», «refused.variant» or «conditional». */
const verdict = (rule: unknown, facts: object) => {
  const found = say(rule, facts);
  if (found.is === 'ok') return 'ok';
  const variant = found.messageKey.split('.')[2];
  return variant ? `${found.is}.${variant}` : found.is;
};
const R42 = SCHEMES.R42 ?? [0, 0, 0];

describe('grades', () => {
  test.each([
    [10000, [1999, 2000, 3999, 4000, 6999, 7000], [2, 3, 3, 4, 4, 5]],
    [5000, [999, 1000, 1999, 2000, 3499, 3500], [2, 3, 3, 4, 4, 5]],
    [6000, [1199, 1200, 2399, 2400, 4200], [2, 3, 3, 4, 5]],
  ])('R42 with a maximum of %i hundredths', (max, points, grades) => {
    expect(points.map((one) => gradeOf(one, max, R42))).toEqual(grades);
  });
  test('39.995 % is 3: nothing falls between 39.99 and 40', () => {
    expect(gradeOf(79_99, 200_00, R42)).toBe(3);
    expect(gradeOf(80_00, 200_00, R42)).toBe(4);
  });
  test('the linear scheme', () => {
    expect(
      [3999, 4000, 5999, 6000, 7999, 8000].map((one) => gradeOf(one, 10_000, SCHEMES.LINEAR_40_60_80 ?? R42)),
    ).toEqual([2, 3, 3, 4, 4, 5]);
  });
  test('the least points of a grade reach it, one hundredth less does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 10_000 }), (max, bound) => {
        const least = leastPoints(max, bound);
        return least * 10_000 >= bound * max && (least - 1) * 10_000 < bound * max;
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('points of an aspect', () => {
  test('judgement 2, 3, 2 of weight w is 7/9 of w, rounded half up once', () => {
    expect(aspectPoints({ kind: 'judgement', max: 900 }, [2, 3, 2])).toBe(700);
    expect(aspectPoints({ kind: 'judgement', max: 100 }, [2, 3, 2])).toBe(78);
    expect(aspectPoints({ kind: 'judgement', max: 150 }, [1, 1, 1])).toBe(50);
    expect(aspectPoints({ kind: 'judgement', max: 135 }, [1, 0, 0])).toBe(15);
  });
  test('half goes up, no value is no points', () => {
    expect([halfUp(1, 2), halfUp(3, 2), halfUp(5, 4), halfUp(0, 7)]).toEqual([1, 2, 1, 0]);
    expect(aspectPoints({ kind: 'measurement', max: 100 }, [])).toBeNull();
    expect(pointsText(4105)).toBe('41,05');
  });
  test('never above the maximum, never below zero, all threes are the whole of it', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), scores, (max, values) => {
        const points = aspectPoints({ kind: 'judgement', max }, values) ?? -1;
        const threes = values.map(() => 3);
        return points >= 0 && points <= max && aspectPoints({ kind: 'judgement', max }, threes) === max;
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

test('regimes follow one another without a gap worth an exam', () => {
  expect(regimeOn('2021-06-01')?.id).toBe('WSR_2020');
  expect(regimeOn(DAY)?.id).toBe('ORDER_800');
  expect(regimeOn('2018-01-01')).toBeNull();
  expect(REGIMES.map(({ rules }) => rules.length)).toEqual([12, 25]);
});

describe('regime WSR_2020', () => {
  const fit = { none: false, unfit: [] as string[], day: DAY };
  test('DE20-01 task and criteria from the approved kit alone', () => {
    expect(verdict(kit.approvedKitRule, { state: 'approved', code: 'К', newer: false })).toBe('ok');
    expect(verdict(kit.approvedKitRule, { state: 'withdrawn', code: 'К', newer: true })).toBe(
      'refused.newer',
    );
    expect(verdict(kit.approvedKitRule, { state: 'draft', code: 'К', newer: false })).toBe('refused');
  });
  test('DE20-02 only in a centre accredited for the kit', () => {
    const facts = { found: true, code: 'К', day: DAY, places: 5, workplaces: 5 };
    expect(verdict(course.accreditedRule, facts)).toBe('ok');
    expect(verdict(course.accreditedRule, { ...facts, found: false })).toBe('refused');
    expect(verdict(course.accreditedRule, { ...facts, workplaces: 6 })).toBe('refused.places');
  });
  test('DE20-03 the chief expert may run championships or is certified', () => {
    expect(verdict(seat.chief2020Rule, fit)).toBe('ok');
    expect(verdict(seat.chief2020Rule, { ...fit, none: true })).toBe('refused.none');
    expect(verdict(seat.chief2020Rule, { ...fit, unfit: ['Иванов И.'] })).toBe('refused');
  });
  test('DE20-04 a marking expert holds a right on the day', () => {
    expect(verdict(seat.line2020Rule, fit)).toBe('ok');
    expect(verdict(seat.line2020Rule, { ...fit, unfit: ['Иванов И.'] })).toBe('refused');
  });
  test('DE20-05 nobody marks graduates of the own college', () => {
    expect(verdict(seat.stranger2020Rule, { blocks: [] })).toBe('ok');
    expect(verdict(seat.stranger2020Rule, { blocks: [{ name: 'И', code: 'CI-1', students: 4 }] })).toBe(
      'refused',
    );
  });
  test('DE20-06 the kit’s number of experts, three where anything is judged', () => {
    const facts = { free: 2, required: 2, workplaces: 4, judged: false };
    expect(verdict(seat.number2020Rule, facts)).toBe('ok');
    expect(verdict(seat.number2020Rule, { ...facts, judged: true })).toBe('refused');
    expect(verdict(seat.number2020Rule, { ...facts, free: 3, judged: true })).toBe('ok');
  });
  test('DE20-07 the day before: check, draw, briefing', () => {
    const facts = { checkedOn: '2020-06-14', drawn: true, unbriefed: 0, workingDays: 1 };
    expect(verdict(course.dayBefore2020Rule, facts)).toBe('ok');
    expect(verdict(course.dayBefore2020Rule, { ...facts, checkedOn: null })).toBe('refused');
    expect(verdict(course.dayBefore2020Rule, { ...facts, drawn: false })).toBe('refused.draw');
    expect(verdict(course.dayBefore2020Rule, { ...facts, unbriefed: 1 })).toBe('refused.briefing');
  });
  test('DE20-08 the sum is within the kit’s maximum', () => {
    expect(verdict(mark.sumRule, { points: 10000, max: 10000 })).toBe('ok');
    expect(verdict(mark.sumRule, { points: 10001, max: 10000 })).toBe('refused');
  });
  test('DE20-09 judges 3, 3, 1 are refused, 2, 3, 2 accepted', () => {
    const facts = { code: 'Б1', place: '4', spread: 1 };
    expect(verdict(mark.spreadRule, { ...facts, values: [3, 3, 1] })).toBe('refused');
    expect(verdict(mark.spreadRule, { ...facts, values: [2, 3, 2] })).toBe('ok');
  });
  test('DE20-10 a missing passport is a reminder, never a stop', () => {
    expect(verdict(mark.passportRule, { without: 3, today: DAY })).toBe('conditional');
    expect(verdict(mark.passportRule, { without: 0, today: DAY })).toBe('ok');
  });
  test('DE20-11 a winner or prize-winner is credited', () => {
    expect(verdict(result.champion2020Rule, { listed: true, place: 3 })).toBe('ok');
    expect(verdict(result.champion2020Rule, { listed: true, place: 4 })).toBe('refused');
    expect(verdict(result.champion2020Rule, { listed: false, place: 1 })).toBe('refused');
  });
  test('DE20-12 the scale of 700 is no scale of an exam', () => {
    expect(verdict(kit.scaleRule, { max: 10_000 })).toBe('ok');
    expect(verdict(kit.scaleRule, { max: 70_000 })).toBe('refused');
  });
});

describe('regime ORDER_800', () => {
  const fit = { none: false, unfit: [] as string[], day: DAY };
  test('DE-01 trades have the exam alone, specialists a project beside it', () => {
    expect(verdict(result.formRule, { code: '15.01.05', withProject: false })).toBe('ok');
    expect(verdict(result.formRule, { code: '15.01.05', withProject: true })).toBe('refused.worker');
    expect(verdict(result.formRule, { code: '15.02.16', withProject: false })).toBe('refused');
    expect(verdict(result.formRule, { code: '31.02.01', withProject: false })).toBe('ok');
  });
  test('DE-02 the profile level needs the college’s decision', () => {
    expect(verdict(result.levelRule, { level: 'BU', decision: null })).toBe('ok');
    expect(verdict(result.levelRule, { level: 'PU', decision: null })).toBe('refused');
    expect(verdict(result.levelRule, { level: 'PV', decision: 'приказ 5' })).toBe('ok');
  });
  test('DE-03 a kit of the college’s programme, itself in force', () => {
    const facts = { state: 'approved', code: 'К', newer: false, included: true, programme: true };
    expect(verdict(kit.includedKitRule, facts)).toBe('ok');
    expect(verdict(kit.includedKitRule, { ...facts, included: false })).toBe('refused');
    expect(verdict(kit.includedKitRule, { ...facts, programme: false })).toBe('refused.noProgramme');
    expect(verdict(kit.includedKitRule, { ...facts, state: 'withdrawn', newer: true })).toBe('refused.newer');
  });
  test('DE-04 shown 5 months 29 days before is a violation', () => {
    const facts = { councilOn: '2026-09-20', approvedOn: '2026-10-01', day: DAY };
    expect(verdict(result.programmeRule, { ...facts, shownOn: '2026-12-16' })).toBe('ok');
    expect(verdict(result.programmeRule, { ...facts, shownOn: '2026-12-18' })).toBe('refused');
    expect(verdict(result.programmeRule, { ...facts, shownOn: null })).toBe('refused.notShown');
    expect(verdict(result.programmeRule, { ...facts, councilOn: null, shownOn: '2026-11-01' })).toBe(
      'refused.notApproved',
    );
  });
  test('DE-05 the chair is approved by 20 December and does not work in the college', () => {
    const facts = { year: 2027, chair: 'П', approvedOn: '2026-12-20', worksHere: false };
    expect(verdict(seat.boardRule, facts)).toBe('ok');
    expect(verdict(seat.boardRule, { ...facts, approvedOn: '2026-12-21' })).toBe('conditional.late');
    expect(verdict(seat.boardRule, { ...facts, worksHere: true })).toBe('refused.worksHere');
    expect(verdict(seat.boardRule, { ...facts, approvedOn: null })).toBe('refused.notApproved');
    expect(verdict(seat.boardRule, { ...facts, chair: null })).toBe('refused.none');
  });
  test('DE-06 an expert knows the trade', () => {
    expect(verdict(seat.knowledgeRule, fit)).toBe('ok');
    expect(verdict(seat.knowledgeRule, { ...fit, unfit: ['И'] })).toBe('refused');
  });
  test('DE-07 the chief is an expert and does not mark', () => {
    expect(verdict(seat.chiefRule, { ...fit, marks: false })).toBe('ok');
    expect(verdict(seat.chiefRule, { ...fit, marks: true })).toBe('refused.marks');
    expect(verdict(seat.chiefRule, { ...fit, none: true, marks: false })).toBe('refused.none');
  });
  test('DE-08 nobody marks whom he trained', () => {
    expect(verdict(seat.strangerRule, { blocks: [{ name: 'И', code: 'CI-2', students: 1 }] })).toBe(
      'refused',
    );
    expect(verdict(seat.strangerRule, { blocks: [] })).toBe('ok');
  });
  test('DE-09 the task on the day before, not earlier', () => {
    expect(verdict(course.taskRule, { on: '2027-06-15', from: '2027-06-15' })).toBe('ok');
    expect(verdict(course.taskRule, { on: '2027-06-14', from: '2027-06-15' })).toBe('refused');
    expect(verdict(course.taskRule, { on: null, from: '2027-06-15' })).toBe('refused.notGiven');
  });
  test('DE-10 the plan five working days before', () => {
    const facts = { announcedOn: '2027-06-08', lastDay: '2027-06-08', day: DAY };
    expect(verdict(course.announcedRule, { ...facts, workingDays: 5 })).toBe('ok');
    expect(verdict(course.announcedRule, { ...facts, workingDays: 4 })).toBe('refused.late');
    expect(verdict(course.announcedRule, { ...facts, announcedOn: null, workingDays: 0 })).toBe('refused');
  });
  test('DE-11 the site checked a working day before, a draw, a briefing', () => {
    const facts = { checkedOn: '2027-06-15', drawn: true, unbriefed: 0, workingDays: 1, day: DAY };
    expect(verdict(course.dayBeforeRule, facts)).toBe('ok');
    expect(verdict(course.dayBeforeRule, { ...facts, workingDays: 0 })).toBe('refused.late');
    expect(verdict(course.dayBeforeRule, { ...facts, drawn: false })).toBe('refused.draw');
    expect(verdict(course.dayBeforeRule, { ...facts, unbriefed: 2 })).toBe('refused.briefing');
  });
  test('DE-12 nobody without the document', () => {
    expect(verdict(course.identityRule, { unchecked: [], unmarked: 0 })).toBe('ok');
    expect(verdict(course.identityRule, { unchecked: ['4'], unmarked: 0 })).toBe('refused');
    expect(verdict(course.identityRule, { unchecked: [], unmarked: 1 })).toBe('refused.unmarked');
  });
  test('DE-13 who has to be there', () => {
    const facts = { witness: true, technical: true, chief: true, line: 3, witnessMarks: false };
    expect(verdict(seat.presentRule, facts)).toBe('ok');
    expect(verdict(seat.presentRule, { ...facts, witness: false })).toBe('refused');
    expect(verdict(seat.presentRule, { ...facts, witnessMarks: true })).toBe('refused.marks');
    expect(verdict(seat.presentRule, { ...facts, technical: false })).toBe('refused.technical');
    expect(verdict(seat.presentRule, { ...facts, chief: false })).toBe('refused.chief');
    expect(verdict(seat.presentRule, { ...facts, line: 0 })).toBe('refused.line');
  });
  test('DE-14 an assistant is told of a working day before', () => {
    const helper = { name: 'Т', on: '2027-06-15', workingDays: 1 };
    expect(verdict(course.helperRule, { helpers: [helper] })).toBe('ok');
    expect(verdict(course.helperRule, { helpers: [{ ...helper, workingDays: 0 }] })).toBe('refused');
  });
  test('DE-15 presence and times of each', () => {
    expect(verdict(course.timesRule, { missing: [] })).toBe('ok');
    expect(verdict(course.timesRule, { missing: ['4'] })).toBe('refused');
  });
  test('DE-16 the video is kept for a year', () => {
    expect(verdict(course.videoRule, { until: '2028-06-16', day: DAY })).toBe('ok');
    expect(verdict(course.videoRule, { until: '2028-06-15', day: DAY })).toBe('refused.short');
    expect(verdict(course.videoRule, { until: null, day: DAY })).toBe('refused');
  });
  test('DE-17 every expert signs, the chief approves, 100 points at most', () => {
    expect(verdict(mark.signedRule, { missing: [], chief: true, max: 10000 })).toBe('ok');
    expect(verdict(mark.signedRule, { missing: ['И'], chief: false, max: 10000 })).toBe('refused');
    expect(verdict(mark.signedRule, { missing: [], chief: false, max: 10000 })).toBe('refused.chief');
    expect(verdict(mark.signedRule, { missing: [], chief: true, max: 70000 })).toBe('refused.scale');
  });
  test('DE-18 points are set in presence of the board', () => {
    expect(verdict(seat.witnessRule, { witness: true })).toBe('ok');
    expect(verdict(seat.witnessRule, { witness: false })).toBe('refused');
  });
  test('DE-19 grades on the same or the next working day', () => {
    const facts = { protocolOn: DAY, lastDay: '2027-06-17' };
    expect(verdict(result.announceGradeRule, { ...facts, on: '2027-06-17' })).toBe('ok');
    expect(verdict(result.announceGradeRule, { ...facts, on: '2027-06-18' })).toBe('conditional.late');
    expect(verdict(result.announceGradeRule, { ...facts, protocolOn: null, on: DAY })).toBe(
      'refused.noProtocol',
    );
  });
  test('DE-20 a championship is credited by application, content and without debts', () => {
    const facts = { listed: true, place: 2, applied: true, matches: true, debts: false };
    expect(verdict(result.championRule, facts)).toBe('ok');
    expect(verdict(result.championRule, { ...facts, applied: false })).toBe('refused.applied');
    expect(verdict(result.championRule, { ...facts, matches: false })).toBe('refused.matches');
    expect(verdict(result.championRule, { ...facts, debts: true })).toBe('refused.debts');
    expect(verdict(result.championRule, { ...facts, place: 4 })).toBe('refused');
  });
  test('DE-21 an extra date within four months, a re-sit after six and twice at most', () => {
    const facts = { why: 'failed', since: '2027-01-15', day: '2027-07-15', resits: 1 };
    expect(verdict(result.againRule, facts)).toBe('ok');
    expect(verdict(result.againRule, { ...facts, day: '2027-07-14' })).toBe('refused');
    expect(verdict(result.againRule, { ...facts, resits: 3 })).toBe('refused.times');
    expect(verdict(result.againRule, { ...facts, why: 'valid', day: '2027-05-15' })).toBe('ok');
    expect(verdict(result.againRule, { ...facts, why: 'valid', day: '2027-05-16' })).toBe('refused.extra');
    expect(verdict(result.againRule, { ...facts, why: 'annulled', day: '2027-01-16' })).toBe('ok');
  });
  test('DE-22 a procedure appeal the next day is late; a result announced on Friday may be appealed on Monday', () => {
    const procedure = { kind: 'procedure', day: DAY, leftSite: false, announcedOn: null, lastDay: null };
    expect(verdict(result.appealTermRule, { ...procedure, on: DAY })).toBe('ok');
    expect(verdict(result.appealTermRule, { ...procedure, on: '2027-06-17' })).toBe('refused.procedureLate');
    expect(verdict(result.appealTermRule, { ...procedure, on: DAY, leftSite: true })).toBe(
      'refused.leftSite',
    );
    const ofResult = {
      kind: 'result',
      day: DAY,
      leftSite: false,
      announcedOn: '2027-06-18',
      lastDay: '2027-06-21',
    };
    expect(verdict(result.appealTermRule, { ...ofResult, on: '2027-06-21' })).toBe('ok');
    expect(verdict(result.appealTermRule, { ...ofResult, on: '2027-06-22' })).toBe('refused');
    expect(verdict(result.appealTermRule, { ...ofResult, on: DAY, announcedOn: null, lastDay: null })).toBe(
      'refused.notAnnounced',
    );
  });
  test('DE-23 the commission: chair, five members, secretary, nobody of the board', () => {
    const facts = { chair: true, secretary: true, members: 5, both: [] as string[] };
    expect(verdict(result.commissionRule, facts)).toBe('ok');
    expect(verdict(result.commissionRule, { ...facts, members: 4 })).toBe('refused');
    expect(verdict(result.commissionRule, { ...facts, secretary: false })).toBe('refused.secretary');
    expect(verdict(result.commissionRule, { ...facts, chair: false })).toBe('refused.chair');
    expect(verdict(result.commissionRule, { ...facts, both: ['И'] })).toBe('refused.both');
  });
  test('DE-24 procedure annuls or rejects, the result keeps or changes', () => {
    const facts = { kind: 'procedure', decision: 'annul', newPoints: false, on: DAY, dueOn: '2027-06-21' };
    expect(verdict(result.decisionRule, facts)).toBe('ok');
    expect(verdict(result.decisionRule, { ...facts, decision: 'change' })).toBe('refused.procedure');
    expect(verdict(result.decisionRule, { ...facts, kind: 'result' })).toBe('refused.result');
    expect(verdict(result.decisionRule, { ...facts, kind: 'result', decision: 'change' })).toBe(
      'refused.points',
    );
    expect(verdict(result.decisionRule, { ...facts, on: '2027-06-22' })).toBe('conditional.late');
  });
  test('DE-25 maxima by level: base 50, profile 75, with the variable part 100', () => {
    expect(verdict(kit.maximaRule, { level: 'BU', max: 5000, sum: 5000 })).toBe('ok');
    expect(verdict(kit.maximaRule, { level: 'BU', max: 6000, sum: 6000 })).toBe('refused.level');
    expect(verdict(kit.maximaRule, { level: 'PV', max: 10000, sum: 9900 })).toBe('refused');
    expect(verdict(kit.maximaRule, { level: 'PA', max: 2000, sum: 2000 })).toBe('ok');
  });
});

describe('the house’s own', () => {
  test('X-14 only experts free of conflict are counted', () => {
    expect(verdict(seat.freeExpertsRule, { free: 2, required: 3, workplaces: 5 })).toBe('refused');
    expect(verdict(seat.freeExpertsRule, { free: 3, required: 3, workplaces: 5 })).toBe('ok');
  });
  test('X-08 nothing follows a signature', () => {
    expect(verdict(mark.signedMarkRule, { signed: false, locked: false })).toBe('ok');
    expect(verdict(mark.signedMarkRule, { signed: true, locked: false })).toBe('refused');
    expect(verdict(mark.signedMarkRule, { signed: true, locked: true })).toBe('refused.locked');
  });
  test('EX-12 a table of grades grows and lies within 100 %', () => {
    expect(verdict(result.schemeRule, { bounds: [2000, 4000, 7000] })).toBe('ok');
    expect(verdict(result.schemeRule, { bounds: [4000, 4000, 7000] })).toBe('refused.order');
    expect(verdict(result.schemeRule, { bounds: [0, 4000, 7000] })).toBe('refused.whole');
    expect(verdict(result.schemeRule, { bounds: [2000, 4000] })).toBe('refused');
  });
  test('months later, at the end of a month', () => {
    expect([monthsLater('2027-08-31', 6), monthsLater('2027-06-16', -6)]).toEqual([
      '2028-02-29',
      '2026-12-16',
    ]);
  });
});
