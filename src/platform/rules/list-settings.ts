import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { settingDefinitions } from './define-settings.ts';
import { settingsOn } from './setting-on.ts';
import { settingSchema } from './setting-schema-of.ts';
import type { Trust } from './trust.ts';

interface Dated {
  key: string;
  value: unknown;
  validFrom: string | null;
  validTo: string | null;
  source: string;
  trust: Trust;
  ground: string | null;
  preparedBy: string | null;
  approvedBy: string | null;
  role: string | null;
  at: string | null;
}

async function datedRows(tx: Tx): Promise<Map<string, Omit<Dated, 'key'>[]>> {
  const { rows } =
    await sql<Dated>`select key, value, lower(valid) as "validFrom", upper(valid) - 1 as "validTo", source, trust,
        ground, prepared_by as "preparedBy", approved_by as "approvedBy", role, at
    from platform.setting order by key, valid`.execute(tx);
  const byKey = new Map<string, Omit<Dated, 'key'>[]>();
  for (const { key, ...row } of rows) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  return byKey;
}

interface Proposal {
  id: string;
  key: string;
  value: unknown;
  validFrom: string;
  source: string;
  trust: Trust;
  ground: string | null;
  preparedBy: string;
  role: string;
  at: string;
}

export const listSettings = useCase(contract.listSettings, {
  right: 'rules.setting.read',
  async run({ input, tx, today }) {
    const date = input.date ?? today;
    const definitions = settingDefinitions();
    const values = await settingsOn(
      tx,
      definitions.map(([key]) => key),
      date,
    );
    const stored = await datedRows(tx);
    const { rows: proposals } =
      await sql<Proposal>`select id, key, value, valid_from as "validFrom", source, trust,
        ground, prepared_by as "preparedBy", role, at
      from platform.setting_proposal where decision is null order by at, id`.execute(tx);
    const rows = definitions.map(([key, { initial, source, trust, twoPerson = false }]) => ({
      key,
      value: values[key],
      twoPerson,
      schema: settingSchema(key),
      // what the product came with stands first: it holds before the earliest dated row
      dated: [
        {
          value: initial,
          validFrom: null,
          validTo: null,
          source,
          trust,
          ground: null,
          preparedBy: null,
          approvedBy: null,
          role: null,
          at: null,
        },
        ...(stored.get(key) ?? []),
      ],
    }));
    return { date, rows, proposals: proposals.map((one) => ({ ...one, schema: settingSchema(one.key) })) };
  },
  can: ({ may }) => ({ set: may('rules.setting.write'), decide: may('rules.setting.approve') }),
});
