import { sql } from 'kysely';
import { demandAll, judge, settingsOf } from '../../../platform/rules/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { clearanceRule, consentRule, dutyRule, loadRule, termsRule } from '../rules/mentor-rules.ts';
import { loadMentor } from './load-mentor.ts';

/** The employer's order on mentoring. Without the worker's written consent or the terms there is none. */
export const appointMentor = useCase(contract.appointMentor, {
  right: 'specialists.mentor.appoint',
  async run({ input, tx, actor, scope, newId, change, emit }) {
    const mentor = await loadMentor(tx, { id: input.mentorId, scope, actor });
    const { orderOn, consentOn, legalBasis, payForm, payValue, capacity, from, to } = input;
    const settings = async (rule: { settingKeys: readonly string[] }) => settingsOf(tx, rule, orderOn);
    const ends = to ?? from;
    if (to !== null && to < from)
      throw refuse(
        'specialists:error.endsBeforeStart',
        {},
        { fields: [{ path: 'to', key: 'specialists:error.endsBeforeStart' }] },
      );
    demandAll([
      [consentRule, judge(consentRule, { consentOn, orderOn }, {}, orderOn)],
      [
        termsRule,
        judge(termsRule, { legalBasis, until: to, payForm, payValue }, await settings(termsRule), orderOn),
      ],
      [dutyRule, judge(dutyRule, { legalBasis, payForm }, {}, orderOn)],
      [
        clearanceRule,
        judge(
          clearanceRule,
          { clearanceOn: mentor.clearanceOn, from, to: ends },
          await settings(clearanceRule),
          orderOn,
        ),
      ],
      [loadRule, judge(loadRule, { trainees: 0, capacity }, await settings(loadRule), orderOn)],
    ]);
    const days = sql`daterange(${from}::date, ${to}::date, '[]')`;
    const busy =
      await sql`select 1 from specialists.appointment where mentor_id = ${mentor.id} and valid && ${days}`.execute(
        tx,
      );
    if (busy.rows.length > 0)
      throw refuse(
        'specialists:error.orderOverlaps',
        {},
        { status: 409, fields: [{ path: 'from', key: 'specialists:error.orderOverlaps' }] },
      );
    const id = newId();
    await sql`insert into specialists.appointment (id, mentor_id, order_number, order_on, legal_basis, consent_on, content,
        pay_form, pay_value, capacity, valid)
      values (${id}, ${mentor.id}, ${input.orderNumber}, ${orderOn}, ${legalBasis}, ${consentOn}, ${input.content},
        ${payForm}, ${payForm === 'none' ? null : payValue}, ${capacity}, ${days})`.execute(tx);
    const { mentorId: _, ...after } = input;
    change({
      subject: {
        kind: 'specialists.mentor',
        id: mentor.id,
        organisationId: mentor.organisationId,
        personId: mentor.personId,
      },
      after,
    });
    emit('specialists.mentor.appointed', { id, mentorId: mentor.id });
    return { id };
  },
});
