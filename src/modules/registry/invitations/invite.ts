import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { isRole, mayAppoint } from '../roles.ts';
import { sendInvitation } from './send-invitation.ts';

interface Row {
  person_id: string;
  role: string;
  organisation_id: string | null;
  organisation: string | null;
  email: string | null;
}

/** Invites the holder of a role by letter, again if need be: the earlier link stops working. */
export const invite = useCase(contract.invite, {
  right: 'registry.assignment.appoint',
  async run(args) {
    const { input, tx, actor, scope, today, newId, change } = args;
    const { rows } =
      await sql<Row>`select a.person_id, a.role, a.organisation_id, o.short_name as organisation,
        (select value from registry.person_contact c where c.person_id = a.person_id and c.kind = 'email'
          and c.valid @> ${today}::date order by lower(c.valid) desc limit 1) as email
      from registry.assignment a left join registry.organisation_v o on o.id = a.organisation_id
      where a.id = ${input.assignmentId} and a.valid @> ${today}::date
        and ${within(scope, actor, { organisation: 'a.organisation_id', municipality: 'o.municipality_id' })}
      for update of a`.execute(tx);
    const row = found(rows[0]);
    if (!isRole(row.role) || !mayAppoint(actor.role, row.role))
      throw refuse('registry:error.mayNotAppoint', { role: row.role }, { status: 403 });
    const email = input.email ?? row.email;
    if (!email)
      throw refuse(
        'registry:error.noEmail',
        {},
        { fields: [{ path: 'email', key: 'registry:error.noEmail' }] },
      );
    if (email !== row.email)
      await sql`insert into registry.person_contact (id, person_id, kind, value, valid)
        values (${newId()}, ${row.person_id}, 'email', ${email}, daterange(${today}::date, null))`.execute(
        tx,
      );
    const sent = await sendInvitation(args, {
      assignmentId: input.assignmentId,
      personId: row.person_id,
      email,
      organisationName: row.organisation,
    });
    change({
      subject: {
        kind: 'registry.assignment',
        id: input.assignmentId,
        organisationId: row.organisation_id,
        personId: row.person_id,
      },
      after: { invited: true, expiresAt: sent.expiresAt },
    });
    return sent;
  },
});
