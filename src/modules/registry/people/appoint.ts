import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { sendInvitation } from '../invitations/send-invitation.ts';
import { mayAppoint, ROLES } from '../roles.ts';
import { insertAssignment } from './insert-assignment.ts';
import { insertPerson } from './insert-person.ts';

/** Appoints to a role. The table of roles says who may appoint whom; the scope says in which organisations. */
export const appoint = useCase(contract.appoint, {
  right: 'registry.assignment.appoint',
  async run(args) {
    const { input, tx, actor, scope, today, newId, change, emit } = args;
    const { role, organisationId } = input;
    if (!mayAppoint(actor.role, role))
      throw refuse('registry:error.mayNotAppoint', { role }, { status: 403 });
    const kinds = ROLES[role].kinds as readonly string[];
    let organisationName: string | null = null;
    if (kinds.length > 0) {
      const { rows } = await sql<{
        kind: string;
        short_name: string;
      }>`select o.kind, o.short_name from registry.organisation_v o where o.id = ${organisationId}
        and ${within(scope, actor, { organisation: 'o.id', municipality: 'o.municipality_id' })}`.execute(tx);
      const { kind, short_name } = found(rows[0]);
      organisationName = short_name;
      if (!kinds.includes(kind))
        throw refuse(
          'registry:error.roleElsewhere',
          {},
          { fields: [{ path: 'organisationId', key: 'registry:error.roleElsewhere' }] },
        );
    }
    const personId =
      'id' in input.person
        ? input.person.id
        : await insertPerson(tx, { ...input.person, email: input.email, today, newId });
    const assignmentId = await insertAssignment(tx, {
      personId,
      role,
      organisationId: kinds.length > 0 ? organisationId : null,
      from: input.from,
      to: input.to,
      appointedBy: actor.personId,
      ground: input.ground,
      newId,
    });
    change({
      subject: { kind: 'registry.assignment', id: assignmentId, organisationId, personId },
      after: { role, from: input.from, to: input.to },
    });
    if (input.email)
      await sendInvitation(args, { assignmentId, personId, email: input.email, organisationName });
    emit('registry.assignment.made', { assignmentId, personId });
    return { assignmentId, personId };
  },
});
