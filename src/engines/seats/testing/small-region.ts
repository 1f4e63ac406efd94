import type { OrderInstance } from '../types.ts';

/** A region that fits on a page: two colleges, three programmes, two zones. Used by tests. */
export function smallRegion(): OrderInstance {
  const programme = {
    base: 9 as const,
    form: 'full-time' as const,
    groupMin: 12,
    groupMax: 25,
    dropoutPerYear: 0.05,
    graduation: 0.95,
    armyReturn: 0.7,
    inField: 0.8,
  };
  return {
    format: 'rostok-order/1',
    id: 'small',
    decisionYear: 2027,
    intakes: 2,
    horizonYear: 2032,
    zones: [
      { id: 'north', name: 'Север' },
      { id: 'south', name: 'Юг' },
    ],
    districts: [
      { id: 'n1', name: 'Северный район', zone: 'north' },
      { id: 's1', name: 'Южный район', zone: 'south' },
    ],
    occupations: [
      { id: 'welder', name: 'Сварщик', priority: 20 },
      { id: 'cook', name: 'Повар', priority: 10 },
      { id: 'fitter', name: 'Слесарь', priority: 15 },
    ],
    colleges: [
      {
        id: 'A',
        name: 'Колледж А',
        district: 'n1',
        places: 260,
        legacy: [
          { year: 2027, students: 150 },
          { year: 2028, students: 80 },
        ],
      },
      { id: 'B', name: 'Техникум Б', district: 's1', places: 150, legacy: [{ year: 2027, students: 60 }] },
    ],
    programmes: [
      {
        ...programme,
        id: 'weld',
        code: '15.01.05',
        name: 'Сварщик',
        group: '15',
        months: 34,
        costPerStudentYear: 12_000_000,
        armyShare: 0.4,
      },
      {
        ...programme,
        id: 'cook',
        code: '43.01.09',
        name: 'Повар',
        group: '43',
        months: 46,
        costPerStudentYear: 9_000_000,
        armyShare: 0.1,
      },
      {
        ...programme,
        id: 'fit',
        code: '15.01.35',
        name: 'Слесарь',
        group: '15',
        months: 34,
        costPerStudentYear: 10_500_000,
        armyShare: 0.4,
      },
    ],
    workshops: [{ id: 'shopA', name: 'Сварочная мастерская', college: 'A', capacity: 75 }],
    pairs: [
      {
        college: 'A',
        programme: 'weld',
        lastYear: 25,
        maxGroups: 3,
        workshop: 'shopA',
        maxCut: 25,
        maxRise: 50,
      },
      { college: 'A', programme: 'cook', lastYear: 50, maxGroups: 2, maxCut: 25, maxRise: 25 },
      { college: 'B', programme: 'fit', lastYear: 25, maxGroups: 2, maxCut: 25, maxRise: 25 },
      { college: 'B', programme: 'weld', lastYear: 0, maxGroups: 1, isNew: true },
    ],
    crosswalk: [
      { programme: 'weld', occupation: 'welder', share: 1 },
      { programme: 'cook', occupation: 'cook', share: 1 },
      { programme: 'fit', occupation: 'fitter', share: 1 },
      { programme: 'fit', occupation: 'welder', share: 0.2 },
    ],
    reach: [
      { from: 'north', to: 'north', cost: 0 },
      { from: 'south', to: 'south', cost: 0 },
      { from: 'south', to: 'north', cost: 0.03 },
    ],
    needs: [
      {
        occupation: 'welder',
        zone: 'north',
        year: 2030,
        amount: 40,
        lines: [
          { id: 'n-1', amount: 20, confidence: 0.9 },
          { id: 'n-2', amount: 10, confidence: 0.5 },
        ],
      },
      { occupation: 'welder', zone: 'north', year: 2031, amount: 35 },
      { occupation: 'fitter', zone: 'south', year: 2030, amount: 18, other: 2 },
      { occupation: 'fitter', zone: 'south', year: 2031, amount: 16 },
      { occupation: 'cook', zone: 'north', year: 2031, amount: 22 },
      { occupation: 'cook', zone: 'north', year: 2032, amount: 24 },
      { occupation: 'welder', zone: 'north', year: 2027, amount: 12 },
      { occupation: 'welder', zone: 'south', year: 2028, amount: 9 },
    ],
    pipeline: [{ occupation: 'welder', zone: 'north', year: 2030, people: 6 }],
    applicants: [
      { area: 'north', year: 2027, base: 9, count: 120 },
      { area: 'south', year: 2027, base: 9, count: 60 },
    ],
    budgets: [
      { id: 'region', name: 'Областной бюджет', year: 2027, amount: 1_500_000_000, committed: 300_000_000 },
      { id: 'region', name: 'Областной бюджет', year: 2028, amount: 2_600_000_000, committed: 200_000_000 },
    ],
    centres: [{ id: 'K', name: 'Учебный центр', zone: 'north', groupsPerYear: 2 }],
    courses: [
      {
        centre: 'K',
        occupation: 'welder',
        groupMin: 6,
        groupMax: 15,
        maxGroups: 2,
        costPerStudent: 4_500_000,
        success: 0.8,
      },
    ],
    policies: [
      { id: 'metal', name: 'Металлообработка', kind: 'minShare', filter: { groups: ['15'] }, share: 0.3 },
    ],
    fairness: [{ id: 'all', name: 'Все годы', fromYear: 2027, toYear: 2032 }],
  };
}
