// cyrillic: the act a regime comes from is named in its own language
import type { Regime } from './regime.ts';

/** The order of final attestation of 8 November 2021, No. 800, in force from the school year of 2022. */
export const ORDER_800: Regime = {
  id: 'ORDER_800',
  version: 1,
  validFrom: '2022-09-01',
  validTo: '2028-08-31',
  source: 'приказ Минпросвещения № 800',
  centre: 'equipment',
  seats: { confirmed: ['chief', 'line', 'technical'] },
  guards: {
    confirm: ['DE-01', 'DE-02', 'DE-03', 'DE-04', 'DE-05', 'DE-06', 'DE-07', 'DE-08', 'EX-02'],
    prepare: ['DE-10', 'DE-11', 'DE-14'],
    start: ['DE-03', 'DE-06', 'DE-07', 'DE-08', 'DE-09', 'DE-12', 'DE-13'],
    mark: ['DE20-08', 'DE20-09', 'DE-15', 'DE-18'],
    sign: ['DE-17'],
    grade: ['DE-19'],
    close: ['DE-16'],
  },
  rules: Array.from({ length: 25 }, (_, i) => `DE-${String(i + 1).padStart(2, '0')}`),
};
