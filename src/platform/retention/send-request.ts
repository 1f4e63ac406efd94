import { sql } from 'kysely';
import { productionCalendar } from '../calendar/index.ts';
import { settingOn } from '../rules/index.ts';
import { refuse, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { personalDataOf } from './define-personal-data.ts';
import { me } from './me.ts';

export const sendRequest = useCase(contract.sendRequest, {
  right: 'retention.request.send',
  async run({ input, tx, actor, now, today, newId, change, emit }) {
    const personId = me(actor);
    if (input.section !== null && !personalDataOf(input.section)) {
      const fault = { path: 'section', key: 'retention:error.unknownSection' };
      throw refuse(fault.key, {}, { fields: [fault] });
    }
    const days = await settingOn<number>(tx, 'retention.answerDays', today);
    const answerBy = productionCalendar().addWorkingDays(today, days);
    const id = newId();
    await sql`insert into platform.data_request (id, person_id, kind, section, words, at, answer_by)
      values (${id}, ${personId}, ${input.kind}, ${input.section}, ${input.words}, ${now}, ${answerBy})`.execute(
      tx,
    );
    change({ subject: { kind: 'retention.request', id, personId }, after: { kind: input.kind, answerBy } });
    emit('retention.requested', { requestId: id, personId, kind: input.kind, answerBy });
    return { id, answerBy };
  },
});
