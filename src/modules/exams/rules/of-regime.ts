/** What all rules of the 2020 regime share. */
export const DE20 = {
  room: 'exams',
  validFrom: '2019-01-31',
  validTo: '2022-08-31',
  source: 'DE20',
  trust: 'M+',
  where: 'form+server',
} as const;

/** What all rules of order 800 share. */
export const DE = {
  room: 'exams',
  validFrom: '2022-09-01',
  validTo: '2028-08-31',
  source: 'ORDER_800',
  trust: 'M+',
  where: 'form+server',
} as const;

/** The house's own. */
export const OWN = {
  room: 'exams',
  validFrom: '2019-01-31',
  validTo: null,
  source: 'own',
  trust: 'A',
  where: 'form+server',
} as const;
