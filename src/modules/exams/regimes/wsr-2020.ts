// cyrillic: the act a regime comes from is named in its own language
import type { Regime } from './regime.ts';

/** Methodology of the Union of 31 January 2019, with order 968 and the recommendations Р-42. */
export const WSR_2020: Regime = {
  id: 'WSR_2020',
  version: 1,
  validFrom: '2019-01-31',
  validTo: '2022-08-31',
  source: 'методика Союза от 31.01.2019, приказ 968, Р-42',
  centre: 'accreditation',
  seats: { confirmed: ['chief', 'line', 'technical'] },
  guards: {
    confirm: ['DE20-01', 'DE20-02', 'DE20-03', 'DE20-04', 'DE20-05', 'DE20-06'],
    prepare: ['DE20-07'],
    start: ['DE20-01', 'DE20-03', 'DE20-04', 'DE20-05'],
    mark: ['DE20-08', 'DE20-09'],
    sign: ['DE-17'],
    close: ['DE20-10'],
  },
  rules: Array.from({ length: 12 }, (_, i) => `DE20-${String(i + 1).padStart(2, '0')}`),
};
