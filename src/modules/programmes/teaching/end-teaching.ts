import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { endTies } from '../../registry/index.ts';
import { contract } from '../contract.ts';
import { schoolYearDays } from '../rules/school-year.ts';

interface Row {
  person_id: string;
  organisation_id: string;
  school_year: number;
  ended_on: string | null;
}

export const endTeaching = useCase(contract.endTeaching, {
  right: 'programmes.teaching.edit',
  async run({ input, tx, actor, scope, change, emit }) {
    const { id, on } = input;
    const { rows } = await sql<Row>`select t.person_id, p.organisation_id, t.school_year, t.ended_on
      from programmes.teaching t join programmes.study_group g on g.id = t.group_id
      join programmes.programme p on p.id = g.programme_id
      where t.id = ${id} and ${within(scope, actor, { organisation: 'p.organisation_id' })} for update of t`.execute(
      tx,
    );
    const row = found(rows[0]);
    if (row.ended_on) throw refuse('programmes:error.teachingEnded', { on: row.ended_on }, { status: 409 });
    if (on < schoolYearDays(row.school_year).from)
      throw refuse(
        'programmes:error.teachingNotBegun',
        {},
        { fields: [{ path: 'on', key: 'programmes:error.teachingNotBegun' }] },
      );
    await sql`update programmes.teaching set ended_on = ${on} where id = ${id}`.execute(tx);
    await endTies(tx, { kind: 'programmes.teaching', id }, on);
    change({
      subject: {
        kind: 'programmes.teaching',
        id,
        organisationId: row.organisation_id,
        personId: row.person_id,
      },
      after: { endedOn: on },
    });
    emit('programmes.teaching.ended', { id, personId: row.person_id, on });
    return { id };
  },
});
