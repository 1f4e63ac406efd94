import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { isRole, mayAppoint } from '../roles.ts';

interface Row {
  person_id: string;
  role: string;
  organisation_id: string | null;
  from: string;
}

export const endAssignment = useCase(contract.endAssignment, {
  right: 'registry.assignment.appoint',
  async run({ input, tx, actor, scope, change, emit }) {
    const { rows } = await sql<Row>`select a.person_id, a.role, a.organisation_id, lower(a.valid) as "from"
      from registry.assignment a where a.id = ${input.id}
      and ${within(scope, actor, { organisation: 'a.organisation_id', municipality: 'a.municipality_id' })} for update`.execute(
      tx,
    );
    const row = found(rows[0]);
    if (!isRole(row.role) || !mayAppoint(actor.role, row.role))
      throw refuse('registry:error.mayNotAppoint', { role: row.role }, { status: 403 });
    if (input.on < row.from)
      throw refuse(
        'registry:error.endsBeforeStart',
        {},
        { fields: [{ path: 'on', key: 'registry:error.endsBeforeStart' }] },
      );
    // the last day of the role is the day before `on`
    await sql`update registry.assignment set valid = daterange(lower(valid), ${input.on}::date) where id = ${input.id}`.execute(
      tx,
    );
    await sql`update registry.tie set valid = daterange(lower(valid), ${input.on}::date)
      where source_kind = 'registry.assignment' and source_id = ${input.id}`.execute(tx);
    change({
      subject: {
        kind: 'registry.assignment',
        id: input.id,
        organisationId: row.organisation_id,
        personId: row.person_id,
      },
      after: { until: input.on, reason: input.reason },
    });
    emit('registry.assignment.ended', { assignmentId: input.id, personId: row.person_id });
    return { id: input.id };
  },
});
