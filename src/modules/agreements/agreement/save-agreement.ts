import { sql } from 'kysely';
import { withdrawSignatures } from '../../../platform/signing/index.ts';
import { beginState, moveState } from '../../../platform/states/index.ts';
import { refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kindOn } from '../kinds/kinds-on.ts';
import { agreementStates } from '../states.ts';
import { checkContent } from './check-content.ts';
import { loadAgreement } from './load-agreement.ts';
import { askParties, dropAsking } from './tasks.ts';
import { writeParties, writeVersion } from './write-agreement.ts';

/**
 * Writes a draft or changes the content. What was proposed goes back to its draft, what is in force is changed by a
 * supplementary agreement; whatever was signed loses its signatures, since they stood under another content.
 */
export const saveAgreement = useCase(contract.saveAgreement, {
  right: 'agreements.agreement.edit',
  async run(args) {
    const { input, tx, actor, scope, newId, change, emit } = args;
    const { id: oldId, rev, supplement, why, ...fields } = input;
    if (scope !== 'all' && !fields.parties.some((party) => party.organisationId === actor.organisationId))
      throw refuse(
        'agreements:error.notParty',
        {},
        {
          status: 403,
          fields: [{ path: 'parties', key: 'agreements:error.notParty' }],
        },
      );
    const content = await checkContent(tx, await kindOn(tx, fields.kind, fields.from), fields);
    const terms = JSON.stringify(content.content.fields);
    if (!oldId) {
      const id = newId();
      await sql`insert into agreements.agreement (id, kind, number, subject, state, valid, fields, hash, prepared_by)
        values (${id}, ${fields.kind}, ${fields.number}, ${fields.subject}, ${agreementStates.initial},
          daterange(${fields.from}::date, ${fields.to}::date, '[]'), ${terms}::jsonb, ${content.hash}, ${actor.personId})`.execute(
        tx,
      );
      await writeParties(args, id, fields.parties);
      await writeVersion(args, { id, no: 1, content, supplement: null, why: null });
      await beginState(args, agreementStates, id);
      change({
        subject: { kind: 'agreements.agreement', id, organisationId: actor.organisationId },
        after: fields,
      });
      return { id, rev: 1 };
    }
    const before = await loadAgreement(tx, { id: oldId, scope, actor, lock: true });
    if (rev !== undefined && rev !== before.rev) throw stale();
    if (['signed', 'ended', 'recalled'].includes(before.state))
      throw refuse(
        'agreements:error.closed',
        { state: `agreements:state.agreement.${before.state}` },
        { status: 409 },
      );
    const holds = before.state === 'in_force' || before.state === 'changing';
    if (holds && !supplement)
      throw refuse(
        'agreements:error.needsSupplement',
        {},
        {
          fields: [{ path: 'supplement', key: 'agreements:error.needsSupplement' }],
        },
      );
    const changed = content.hash !== before.hash;
    // a content that was once proposed stays in the list of versions
    const no = changed && before.state !== 'draft' ? before.version + 1 : before.version;
    if (changed) {
      await withdrawSignatures(
        args,
        { kind: 'agreements.agreement', id: oldId },
        why ?? supplement ?? 'content',
      );
      const move = { machine: agreementStates, table: 'agreements.agreement', id: oldId } as const;
      if (before.state === 'proposed') await moveState(args, { ...move, event: 'rework' });
      if (before.state === 'in_force') await moveState(args, { ...move, event: 'change', reason: why });
      await dropAsking(args, oldId);
    }
    await sql`update agreements.agreement set kind = ${fields.kind}, number = ${fields.number}, subject = ${fields.subject},
      valid = daterange(${fields.from}::date, ${fields.to}::date, '[]'), fields = ${terms}::jsonb, hash = ${content.hash},
      version = ${no}, rev = rev + 1 where id = ${oldId}`.execute(tx);
    await writeParties(args, oldId, fields.parties);
    if (changed) await writeVersion(args, { id: oldId, no, content, supplement, why });
    if (holds && changed) await askParties(args, oldId);
    change({
      subject: { kind: 'agreements.agreement', id: oldId, organisationId: actor.organisationId },
      before,
      after: fields,
    });
    if (changed) emit('agreements.contentChanged', { id: oldId, version: no });
    return { id: oldId, rev: before.rev + 1 };
  },
});
