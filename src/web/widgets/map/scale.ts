/** Two significant digits: a border of the scale is read, not computed with. */
function round2(value: number): number {
  if (value < 10) return Math.round(value);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/** Upper borders of all steps but the last, by fifths of the values; equal borders fall together. */
export function breaksOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const highest = sorted.at(-1) ?? 0;
  const fifths = [0.2, 0.4, 0.6, 0.8].map((share) =>
    round2(sorted[Math.floor(share * (sorted.length - 1))] ?? 0),
  );
  return [...new Set(fifths)].filter((border) => border < highest).sort((a, b) => a - b);
}

/** Index of the step a value falls into: 0 for up to the first border. */
export function stepOf(value: number, breaks: readonly number[]): number {
  const step = breaks.findIndex((border) => value <= border);
  return step === -1 ? breaks.length : step;
}

export interface Ink {
  fill: string;
  text: string;
}

const SEQUENCE: Ink[] = [
  { fill: 'var(--s1)', text: 'var(--ink)' },
  { fill: 'var(--s2)', text: 'var(--ink)' },
  { fill: 'var(--s3)', text: 'var(--ink)' },
  { fill: 'var(--s4)', text: 'var(--on-s)' },
  { fill: 'var(--s5)', text: 'var(--on-s)' },
];

/** Deficit in crimson, surplus in teal, in balance grey; never red against green. */
const BALANCE: Ink[] = [
  { fill: 'var(--stop-fill)', text: 'var(--on-accent)' },
  { fill: 'var(--stop-soft)', text: 'var(--ink)' },
  { fill: 'var(--sunken)', text: 'var(--ink)' },
  { fill: 'var(--ok-soft)', text: 'var(--ink)' },
  { fill: 'var(--ok)', text: 'var(--on-accent)' },
];

export type ScaleKind = 'sequence' | 'balance';

export function inkOf(kind: ScaleKind, step: number, steps: number): Ink {
  const inks = kind === 'balance' ? BALANCE : SEQUENCE;
  // fewer steps than five spread over the whole scale
  const place = steps <= 1 ? 0 : Math.round((step / (steps - 1)) * (inks.length - 1));
  return inks[place] ?? inks[0]!;
}
