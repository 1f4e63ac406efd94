import type { Tx } from '../database/index.ts';

/** `P30D`, `P6M`, `P5Y`: days, months or years. */
export type Period = `P${number}${'D' | 'M' | 'Y'}`;

export const isPeriod = (text: string): text is Period => /^P\d+[DMY]$/.test(text);

export interface DutyArgs {
  today: string;
  /** What is older than this day has to go. */
  before: string;
  now: string;
  newId(): string;
}

export interface DutyDefinition {
  /** `<room>.<noun>`; the words are `<room>:duty.<noun>`. */
  id: string;
  /** What is erased or made nameless, in a word for the code's reader. */
  what: string;
  /** A period, or the key of a dated setting that holds one. */
  after: Period | `${string}.${string}`;
  /** The act or paper the term rests on. */
  basis: string;
  /** Erases in the given transaction and gives the number of rows. */
  run(tx: Tx, args: DutyArgs): Promise<number>;
}

export interface Duty extends DutyDefinition {
  duty: string;
}

const known = new Map<string, Duty>();

/** Declares how long one kind of record is kept, and the job that erases it. */
export function defineDuty(definition: DutyDefinition): Duty {
  if (!isPeriod(definition.after) && !definition.after.includes('.'))
    throw new Error(`Duty ${definition.id}: "${definition.after}" is neither a period nor a setting`);
  const duty = { ...definition, duty: definition.id };
  known.set(duty.duty, duty);
  return duty;
}

export const isDuty = (value: unknown): value is Duty =>
  typeof value === 'object' && value !== null && 'duty' in value && 'basis' in value;

/** Every duty declared in the loaded rooms, by id. */
export const allDuties = (): Duty[] => [...known.values()].sort((a, b) => (a.duty < b.duty ? -1 : 1));
