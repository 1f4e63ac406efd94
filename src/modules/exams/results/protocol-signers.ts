import type { Tx } from '../../../platform/database/index.ts';
import { missingSignatures } from '../../../platform/signing/index.ts';
import { seatsOf } from '../sessions/load-session.ts';

/** Who has signed this version of the protocol, and who has still to: each marking expert, then the chief. */
export async function missingSigners(tx: Tx, sessionId: string, hash: string) {
  const seats = (await seatsOf(tx, sessionId)).filter(({ role }) => role === 'line' || role === 'chief');
  const parties = [
    ...seats.filter(({ role }) => role === 'line'),
    ...seats.filter(({ role }) => role === 'chief'),
  ];
  const missing = await missingSignatures(
    tx,
    { kind: 'exams.protocol', id: sessionId, hash },
    parties.map(({ personId }) => ({ personId })),
  );
  const lacks = new Set(missing.map(({ personId }) => personId));
  return {
    signed: parties.filter(({ personId }) => !lacks.has(personId)).map(({ name }) => name),
    missing: parties.filter(({ personId }) => lacks.has(personId)).map(({ name }) => name),
  };
}
