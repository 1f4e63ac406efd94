/** Women among students by group of programmes: a guess of the authors, it drives the army lag and parental leave. */
const WOMEN: Record<string, number> = {
  '07': 0.7,
  '08': 0.15,
  '09': 0.22,
  '10': 0.2,
  '11': 0.18,
  '12': 0.35,
  '13': 0.06,
  '15': 0.1,
  '18': 0.65,
  '19': 0.72,
  '20': 0.3,
  '21': 0.55,
  '22': 0.2,
  '23': 0.1,
  '24': 0.2,
  '25': 0.15,
  '26': 0.05,
  '27': 0.6,
  '29': 0.8,
  '31': 0.82,
  '32': 0.85,
  '33': 0.9,
  '34': 0.9,
  '35': 0.25,
  '36': 0.78,
  '38': 0.75,
  '39': 0.85,
  '40': 0.55,
  '42': 0.7,
  '43': 0.72,
  '44': 0.92,
  '46': 0.88,
  '49': 0.4,
  '51': 0.8,
  '54': 0.78,
  '55': 0.55,
};

export const womenShare = (spoCode: string): number => WOMEN[spoCode.slice(0, 2)] ?? 0.5;

/** Fields whose graduates stay in the trade most, and least. */
const IN_FIELD: Record<string, number> = {
  '31': 0.9,
  '34': 0.88,
  '33': 0.85,
  '44': 0.82,
  '13': 0.72,
  '15': 0.7,
  '23': 0.66,
  '35': 0.55,
  '38': 0.5,
  '40': 0.42,
  '09': 0.55,
};

export interface GraduateShares {
  army: number;
  furtherStudy: number;
  parentalLeave: number;
  leftRegion: number;
  unemployed: number;
  selfEmployed: number;
  inField: number;
  otherWork: number;
}

/** Where graduates of a programme go within a year; sums to one. */
export function graduateShares(spoCode: string): GraduateShares {
  const women = womenShare(spoCode);
  const shares = {
    army: 0.27 * (1 - women),
    furtherStudy: spoCode.slice(3, 5) === '02' ? 0.1 : 0.05,
    parentalLeave: 0.045 * women,
    leftRegion: 0.06,
    unemployed: 0.05,
    selfEmployed: 0.035,
  };
  const working = 1 - Object.values(shares).reduce((a, b) => a + b, 0);
  const inField = working * (IN_FIELD[spoCode.slice(0, 2)] ?? 0.68);
  return { ...shares, inField, otherWork: working - inField };
}
