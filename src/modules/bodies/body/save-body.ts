import { sql } from 'kysely';
import { found, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kept } from './visible.ts';

export const saveBody = useCase(contract.saveBody, {
  right: 'bodies.body.edit',
  async run({ input, tx, actor, scope, newId, change }) {
    const { id: oldId, rev, ...fields } = input;
    if (scope !== 'all' && fields.organisationId !== actor.organisationId)
      throw refuse(
        'bodies:error.ownOnly',
        {},
        { status: 403, fields: [{ path: 'organisationId', key: 'bodies:error.ownOnly' }] },
      );
    const id = oldId ?? newId();
    if (oldId) {
      const { rows } = await sql<{
        rev: number;
      }>`select b.rev from bodies.body b where b.id = ${oldId} and ${kept(scope, actor)} for update`.execute(
        tx,
      );
      if (found(rows[0]).rev !== rev) throw stale();
      await sql`update bodies.body set kind = ${fields.kind}, name = ${fields.name}, organisation_id = ${fields.organisationId},
        quorum_percent = ${fields.quorumPercent}, ground = ${fields.ground}, closed_on = ${fields.closedOn}, rev = rev + 1 where id = ${oldId}`.execute(
        tx,
      );
    } else
      await sql`insert into bodies.body (id, kind, name, organisation_id, quorum_percent, ground, closed_on)
        values (${id}, ${fields.kind}, ${fields.name}, ${fields.organisationId}, ${fields.quorumPercent}, ${fields.ground}, ${fields.closedOn})`.execute(
        tx,
      );
    change({ subject: { kind: 'bodies.body', id, organisationId: fields.organisationId }, after: fields });
    return { id };
  },
});
