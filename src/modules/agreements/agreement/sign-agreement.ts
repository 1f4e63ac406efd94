import { sql } from 'kysely';
import { signDocument } from '../../../platform/signing/index.ts';
import { moveState } from '../../../platform/states/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { agreementStates } from '../states.ts';
import { documentOf, loadAgreement, partiesOf } from './load-agreement.ts';
import { missingParties } from './missing-parties.ts';
import { doneAsking } from './tasks.ts';

/**
 * Records one party's signature under the present content. The last one concludes the agreement: it is signed, and in
 * force from its first day on.
 */
export const signAgreement = useCase(contract.signAgreement, {
  right: 'agreements.agreement.sign',
  async run(args) {
    const { input, tx, actor, scope, today } = args;
    const { id, organisationId } = input;
    const agreement = await loadAgreement(tx, { id, scope, actor, lock: true });
    if (agreement.state !== 'proposed' && agreement.state !== 'changing')
      throw refuse('agreements:error.notProposed', {}, { status: 409 });
    if (input.version !== agreement.version)
      throw refuse(
        'agreements:error.otherVersion',
        { signed: input.version, present: agreement.version },
        { status: 409 },
      );
    if (scope !== 'all' && organisationId !== actor.organisationId)
      throw refuse('agreements:error.otherParty', {}, { status: 403 });
    const parties = await partiesOf(tx, id);
    const party = found(parties.find((one) => one.organisationId === organisationId));
    const document = documentOf(agreement);
    await signDocument(args, {
      document,
      party,
      signature: { kind: 'paper', originalReceived: input.originalReceived },
      signer: { name: input.signatory },
      signedOn: input.signedOn,
      authority: { basis: input.authority, until: input.authorityUntil },
    });
    await sql`update agreements.party set signatory = ${input.signatory}, authority = ${input.authority},
      authority_until = ${input.authorityUntil} where agreement_id = ${id} and organisation_id = ${organisationId}`.execute(
      tx,
    );
    await doneAsking(args, id, party);
    if ((await missingParties(tx, document, parties)).length > 0) return { id, state: agreement.state };
    const move = { machine: agreementStates, table: 'agreements.agreement', id } as const;
    const { to } = await moveState(args, { ...move, event: 'signedByAll' });
    await sql`update agreements.agreement set concluded_on = coalesce(concluded_on, (select max(signed_on) from platform.signature
      where document_kind = 'agreements.agreement' and document_id = ${id} and withdrawn_at is null)) where id = ${id}`.execute(
      tx,
    );
    if (to !== 'signed' || agreement.from > today) return { id, state: to };
    return { id, state: (await moveState(args, { ...move, event: 'start' })).to };
  },
});
