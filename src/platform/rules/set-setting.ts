import { sql } from 'kysely';
import { refuse, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { settingDefinition } from './define-settings.ts';
import { checkedValue, putSetting } from './put-setting.ts';

export const setSetting = useCase(contract.setSetting, {
  right: 'rules.setting.write',
  async run({ input, tx, actor, now, today, newId, change, emit }) {
    const { key, validFrom, source, trust, ground } = input;
    const value = checkedValue(key, input.value);
    if (validFrom < today) {
      const fault = { path: 'validFrom', key: 'rules:error.pastDate', params: { today } };
      throw refuse(fault.key, fault.params, { fields: [fault] });
    }
    if (settingDefinition(key)?.twoPerson) {
      if (!actor.personId) throw refuse('signing:rule.two-persons.notAPerson', {}, { status: 403 });
      const id = newId();
      await sql`insert into platform.setting_proposal
          (id, key, value, valid_from, source, trust, ground, prepared_by, role, at)
        values (${id}, ${key}, ${JSON.stringify(value)}::jsonb, ${validFrom}, ${source}, ${trust}, ${ground},
          ${actor.personId}, ${actor.role}, ${now})`.execute(tx);
      change({ subject: { kind: 'rules.setting-proposal', id }, after: { key, value, validFrom, source } });
      emit('rules.setting.proposed', { id, key });
      return { id, waiting: true };
    }
    const author = { preparedBy: actor.personId, approvedBy: null, role: actor.role };
    const put = await putSetting(
      tx,
      { key, value, validFrom, source, trust, ground, ...author },
      { newId, now },
    );
    change({
      subject: { kind: 'rules.setting', id: key },
      before: { value: put.before },
      after: { value, validFrom, source },
    });
    emit('rules.setting.changed', { key, validFrom });
    return { id: put.id, waiting: false };
  },
});
