import type { Tx } from '../database/index.ts';
import type { RunArgs } from '../use-case/use-case.ts';

/** One thing held about a person: its fields by message keys of the room that holds it. */
export interface PersonalRecord {
  id: string;
  fields: {
    labelKey: string;
    value: string | number | boolean | null;
    as?: 'day' | 'moment' | 'messageKey';
  }[];
  /** Until when it is kept, where that is a known day. */
  until?: string | null;
  /** The person may withdraw it here and now, e.g. a consent. */
  canWithdraw?: boolean;
}

export interface PersonalDataDefinition {
  /** `<room>.<noun>` */
  id: string;
  titleKey: string;
  /** On what ground it is held. */
  basis: 'law' | 'contract' | 'consent';
  /** The act, contract or consent in words: a message key. */
  basisKey: string;
  /** What it is held for: a message key. */
  purposeKey: string;
  collect(tx: Tx, personId: string): Promise<PersonalRecord[]>;
  /** Withdraws one record in the caller's transaction; must itself check that it is this person's. */
  withdraw?(
    args: RunArgs<unknown>,
    record: { id: string; personId: string; reason: string | null },
  ): Promise<void>;
}

export interface PersonalData extends PersonalDataDefinition {
  personalData: string;
}

const known = new Map<string, PersonalData>();

/** Declares what a room holds about persons, so that «Мои данные» shows it. Every room with such tables does. */
export function definePersonalData(definition: PersonalDataDefinition): PersonalData {
  const made = { ...definition, personalData: definition.id };
  known.set(made.personalData, made);
  return made;
}

export const isPersonalData = (value: unknown): value is PersonalData =>
  typeof value === 'object' && value !== null && 'personalData' in value && 'collect' in value;

export const allPersonalData = (): PersonalData[] =>
  [...known.values()].sort((a, b) => (a.personalData < b.personalData ? -1 : 1));
export const personalDataOf = (id: string): PersonalData | undefined => known.get(id);
