import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import type { AnyRule } from './define-rule.ts';
import { settingDefinition } from './define-settings.ts';

/** The values of several settings on a day: the dated row, or the declared initial value. */
export async function settingsOn(
  tx: Tx,
  keys: readonly string[],
  date: string,
): Promise<Record<string, unknown>> {
  if (keys.length === 0) return {};
  const { rows } = await sql<{ key: string; value: unknown }>`select key, value from platform.setting
    where key in (${sql.join(keys)}) and valid @> ${date}::date`.execute(tx);
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  return Object.fromEntries(
    keys.map((key) => {
      const definition = settingDefinition(key);
      if (!definition) throw new Error(`Setting ${key} is declared nowhere`);
      return [key, stored.has(key) ? definition.schema.parse(stored.get(key)) : definition.initial];
    }),
  );
}

/** One setting on a day, checked against its declared schema. */
export async function settingOn<T = unknown>(tx: Tx, key: string, date: string): Promise<T> {
  return (await settingsOn(tx, [key], date))[key] as T;
}

/** The settings a rule asks for; a query hands them to the form together with its answer. */
export const settingsOf = (tx: Tx, rule: Pick<AnyRule, 'settingKeys'>, date: string) =>
  settingsOn(tx, rule.settingKeys, date);
