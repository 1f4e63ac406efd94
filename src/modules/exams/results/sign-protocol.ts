import { sql } from 'kysely';
import { demandAll, judge } from '../../../platform/rules/index.ts';
import { signDocument } from '../../../platform/signing/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { simpleSignatureAgreementOn } from '../../agreements/index.ts';
import { contract } from '../contract.ts';
import { signedRule } from '../rules/mark-rules.ts';
import { loadSession, seatsOf, visibleSession } from '../sessions/load-session.ts';
import { stepSession } from '../sessions/move-session.ts';
import { missingSigners } from './protocol-signers.ts';

/**
 * Each expert signs, and the chief expert last: that approves the protocol. A simple signature needs the agreement of
 * the expert's organisation; without it the printed protocol is signed, and the chief notes that the original is there.
 */
export const signProtocol = useCase(contract.signProtocol, {
  right: 'exams.session.read',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    const { rows } = await sql<{
      hash: string;
    }>`select hash from exams.protocol where session_id = ${session.id}
      order by version desc limit 1`.execute(tx);
    const { hash } = found(rows[0]);
    if (!['marked', 'protocol_signed', 'transferred_to_GEK', 'graded'].includes(session.state))
      throw refuse('exams:error.nothingToSign', { code: session.code }, { status: 409 });
    const seats = (await seatsOf(tx, session.id)).filter(({ state }) => state === 'confirmed');
    const own = seats.find(({ personId }) => personId === actor.personId);
    const signer = seats.find(
      ({ personId, role }) =>
        personId === (input.personId ?? actor.personId) && (role === 'line' || role === 'chief'),
    );
    if (!signer) throw refuse('exams:error.notSigning', {}, { status: 403 });
    const forOther = signer.personId !== actor.personId;
    if (forOther && (input.kind !== 'paper' || own?.role !== 'chief'))
      throw refuse('exams:error.signsHimself', { name: signer.name }, { status: 403 });
    if (signer.role === 'chief') {
      const { missing } = await missingSigners(tx, session.id, hash);
      const others = missing.filter((name) => name !== signer.name);
      demandAll([
        [signedRule, judge(signedRule, { missing: others, chief: true, max: session.max }, {}, session.day)],
      ]);
    }
    const { rows: homes } = await sql<{
      id: string | null;
    }>`select organisation_id as id from specialists.expert_v
      where person_id = ${signer.personId}`.execute(tx);
    const home = homes[0]?.id ?? null;
    await signDocument(args, {
      document: { kind: 'exams.protocol', id: session.id, hash },
      party: { personId: signer.personId },
      signature:
        input.kind === 'paper'
          ? { kind: 'paper', originalReceived: true }
          : { kind: 'simple', via: 'account' },
      signer: { name: signer.name, personId: signer.personId },
      agreementOn: async (on, _party, day) =>
        home ? simpleSignatureAgreementOn(on, { organisationId: home }, day) : null,
    });
    const left = (await missingSigners(tx, session.id, hash)).missing;
    const state =
      left.length === 0 && session.state === 'marked'
        ? await stepSession(args, session, 'sign')
        : session.state;
    return { id: session.id, state, left };
  },
});
