import { sql } from 'kysely';
import type { SignArgs } from './sign-document.ts';

/**
 * Withdraws every signature on a document, because its content has changed or for another stated cause; the
 * rows stay. Gives how many there were. Whoever changes a signed thing calls this in the same transaction.
 */
export async function withdrawSignatures(
  args: Pick<SignArgs, 'tx' | 'now' | 'emit' | 'change'>,
  document: { kind: string; id: string },
  why: string,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`update platform.signature
    set withdrawn_at = ${args.now}, withdrawn_why = ${why}
    where document_kind = ${document.kind} and document_id = ${document.id} and withdrawn_at is null
    returning id`.execute(args.tx);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id).sort();
  args.change({
    subject: { kind: document.kind, id: document.id },
    before: { signatures: ids },
    after: { why },
  });
  args.emit('signing.withdrawn', { documentKind: document.kind, documentId: document.id, signatureIds: ids });
  return rows.length;
}
