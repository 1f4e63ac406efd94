import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { rulesOn } from './rule-book.ts';
import { settingsOn } from './setting-on.ts';
import { settingSchema } from './setting-schema-of.ts';

export const listRules = useCase(contract.listRules, {
  right: 'rules.rule.read',
  async run({ input, tx, today }) {
    const date = input.date ?? today;
    const rules = rulesOn(date);
    const values = await settingsOn(tx, [...new Set(rules.flatMap((one) => one.settingKeys))], date);
    const rows = rules.map(
      ({ rule, version, room, validFrom, validTo, source, trust, where, settingKeys }) => ({
        id: rule,
        version,
        room,
        validFrom,
        validTo,
        source,
        trust,
        where,
        settings: settingKeys.map((key) => ({ key, value: values[key], schema: settingSchema(key) })),
      }),
    );
    return { date, rows };
  },
});
