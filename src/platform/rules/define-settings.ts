import type { z } from 'zod';
import type { Trust } from './trust.ts';

export interface SettingDefinition<S extends z.ZodType = z.ZodType> {
  schema: S;
  /** What holds while no dated row says otherwise. */
  initial: z.output<S>;
  source: string;
  trust: Trust;
  /** A change is prepared by one person and approved by another. */
  twoPerson?: boolean;
}

const declared = new Map<string, SettingDefinition>();

/**
 * Declares a room's settings (file `settings.ts`, `export const settings = defineSettings({…})`): keys begin
 * with the room's name, words are `<room>:setting.<rest of the key>`.
 */
export function defineSettings<const T extends Record<`${string}.${string}`, SettingDefinition>>(
  table: T,
): T {
  for (const [key, definition] of Object.entries(table)) {
    const initial = definition.schema.safeParse(definition.initial);
    if (!initial.success) throw new Error(`The initial value of setting ${key} does not fit its own schema`);
    declared.set(key, definition);
  }
  return table;
}

/**
 * Gives a declared setting another value for the time before its first dated row, as this installation's environment
 * says. Throws when the setting is declared nowhere or the value does not fit it.
 */
export function setInitial(key: string, value: unknown): void {
  const definition = declared.get(key);
  if (!definition) throw new Error(`Setting ${key} is declared nowhere`);
  declared.set(key, { ...definition, initial: definition.schema.parse(value) });
}

export const settingDefinition = (key: string): SettingDefinition | undefined => declared.get(key);
export const settingDefinitions = (): [string, SettingDefinition][] =>
  [...declared].sort(([a], [b]) => (a < b ? -1 : 1));
