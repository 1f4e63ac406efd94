import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { fieldFaults } from '../use-case/field-faults.ts';
import { refuse } from '../use-case/refusal.ts';
import { settingDefinition } from './define-settings.ts';
import type { Trust } from './trust.ts';

export interface NewSetting {
  key: string;
  value: unknown;
  validFrom: string;
  source: string;
  trust: Trust;
  ground: string | null;
  preparedBy: string | null;
  approvedBy: string | null;
  role: string;
}

/** Checks a value against the setting's declared schema, refusing at the field `value`. */
export function checkedValue(key: string, value: unknown): unknown {
  const definition = settingDefinition(key);
  if (!definition) throw refuse('rules:error.unknownSetting', { key }, { status: 404 });
  const parsed = definition.schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = fieldFaults(parsed.error.issues).map((fault) => ({
    ...fault,
    path: ['value', fault.path].filter(Boolean).join('.'),
  }));
  throw refuse('rules:error.badValue', { key }, { fields });
}

/**
 * Writes a setting as valid from a day until the next later row: the row before it ends there, a row that
 * begins on the very day is replaced. Gives the value that held on that day before, and the new row's id.
 */
export async function putSetting(
  tx: Tx,
  setting: NewSetting,
  { newId, now }: { newId(): string; now: string },
): Promise<{ id: string; before: unknown }> {
  const { key, validFrom } = setting;
  const value = checkedValue(key, setting.value);
  await sql`select pg_advisory_xact_lock(hashtext(${`platform.setting ${key}`}))`.execute(tx);
  const { rows } = await sql<{ id: string; starts: string; value: unknown }>`
    select id, lower(valid)::text as starts, value from platform.setting
    where key = ${key} and valid @> ${validFrom}::date`.execute(tx);
  const held = rows[0];
  if (held?.starts === validFrom) await sql`delete from platform.setting where id = ${held.id}`.execute(tx);
  else if (held)
    await sql`update platform.setting set valid = daterange(lower(valid), ${validFrom}::date)
      where id = ${held.id}`.execute(tx);
  const id = newId();
  await sql`insert into platform.setting
      (id, key, value, valid, source, trust, ground, prepared_by, approved_by, role, at)
    values (${id}, ${key}, ${JSON.stringify(value)}::jsonb,
      daterange(${validFrom}::date, (select min(lower(valid)) from platform.setting
        where key = ${key} and lower(valid) > ${validFrom}::date)),
      ${setting.source}, ${setting.trust}, ${setting.ground}, ${setting.preparedBy}, ${setting.approvedBy},
      ${setting.role}, ${now})`.execute(tx);
  return { id, before: held ? held.value : (settingDefinition(key)?.initial ?? null) };
}
