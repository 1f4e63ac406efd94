import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { sendInvitation } from '../invitations/send-invitation.ts';
import { insertAssignment } from '../people/insert-assignment.ts';
import { insertPerson } from '../people/insert-person.ts';
import { insertOrganisation } from './insert-organisation.ts';

/** Anybody may register an enterprise. It is unverified: it may ask and offer, and sees no person. */
export const registerEnterprise = useCase(contract.registerEnterprise, {
  right: 'registry.organisation.register',
  async run(args) {
    const { input, tx, today, newId, change, emit } = args;
    const { contact, email, ...fields } = input;
    const id = await insertOrganisation(tx, {
      ...fields,
      kind: 'enterprise',
      accessClass: 'open',
      from: null,
      newId,
    });
    const personId = await insertPerson(tx, { ...contact, email, today, newId });
    const assignmentId = await insertAssignment(tx, {
      personId,
      role: 'enterprise_hr',
      organisationId: id,
      from: today,
      to: null,
      appointedBy: null,
      ground: 'self',
      newId,
    });
    await sendInvitation(args, { assignmentId, personId, email, organisationName: fields.shortName });
    change({ subject: { kind: 'registry.organisation', id, organisationId: id, personId }, after: input });
    emit('registry.organisation.registered', { id, personId, assignmentId });
    return { id };
  },
});
