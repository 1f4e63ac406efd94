import occupations from '../../reference/occupations.json';
import file from './sectors.json';

export interface Sector {
  code: string;
  okved: string;
  section: string;
  /** Weight in the region's staff; weights need not sum to one. */
  share: number;
  /** Usual staff of one enterprise. */
  size: number;
  /** Growth of jobs a year. */
  growth: number;
  urban: number;
  restricted?: boolean;
  nouns: string[];
  legalForm: string;
  /** Occupations with their shares of staff (sum 1). */
  mix: [occupation: string, share: number][];
}

const PUBLIC = new Set(['P', 'Q', 'R', 'O']);

export const SECTORS: Sector[] = file.rows.map((row) => {
  const mix = Object.entries(row.mix as Record<string, number | undefined>).map(
    ([code, weight]) => [code, weight ?? 0] as const,
  );
  const whole = mix.reduce((total, [, weight]) => total + weight, 0);
  return {
    ...row,
    restricted: 'restricted' in row && row.restricted === true,
    legalForm: PUBLIC.has(row.section) ? 'Учреждение' : row.size > 150 ? 'АО' : 'ООО',
    mix: mix.map(([code, weight]) => [code, weight / whole]),
  };
});

export const OCCUPATIONS = new Map(occupations.rows.map((row) => [row.code, row]));
