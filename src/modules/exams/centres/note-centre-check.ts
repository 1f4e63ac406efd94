import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

/** An accreditation is for one calendar year (DE20-02); a check of equipment has its own dates. */
export const noteCentreCheck = useCase(contract.noteCentreCheck, {
  right: 'exams.centre.check',
  async run({ input, tx, actor, today, newId, change }) {
    const { rows } = await sql<{
      organisationId: string;
      workplaces: number;
    }>`select organisation_id as "organisationId", workplaces
      from exams.centre where id = ${input.id} for update`.execute(tx);
    const centre = found(rows[0]);
    const { kitCode, kind, number, workplaces, from, to, short } = input;
    const at = (path: string, key: string, params: Record<string, unknown> = {}) =>
      refuse(key, params, { fields: [{ path, key, params }] });
    if (to && to < from) throw at('to', 'exams:error.endsBeforeStart');
    if (kind === 'accreditation' && to?.slice(0, 4) !== from.slice(0, 4))
      throw at('to', 'exams:error.oneYear', { year: from.slice(0, 4) });
    if (workplaces > centre.workplaces)
      throw at('workplaces', 'exams:error.morePlaces', { workplaces: centre.workplaces });
    const { rows: kits } = await sql`select 1 from exams.kit where code = ${kitCode}`.execute(tx);
    if (kits.length === 0) throw at('kitCode', 'exams:error.noKit', { code: kitCode });
    const { rows: there } =
      await sql`select 1 from exams.centre_check where centre_id = ${input.id} and kit_code = ${kitCode}
      and kind = ${kind} and valid && daterange(${from}::date, ${to}::date, '[]')`.execute(tx);
    if (there.length > 0) throw at('from', 'exams:error.checkThere', { code: kitCode });
    const id = newId();
    await sql`insert into exams.centre_check (id, centre_id, kit_code, kind, number, workplaces, valid, short, checked_by, checked_on)
      values (${id}, ${input.id}, ${kitCode}, ${kind}, ${number}, ${workplaces}, daterange(${from}::date, ${to}::date, '[]'),
        ${JSON.stringify(short)}::jsonb, ${actor.personId}, ${today})`.execute(tx);
    change({
      subject: { kind: 'exams.centre', id: input.id, organisationId: centre.organisationId },
      after: { check: id, kitCode, kind, number, from, to, short: short.length },
    });
    return { id };
  },
});
