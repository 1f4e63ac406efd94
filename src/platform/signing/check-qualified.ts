import { sql } from 'kysely';
import { notFound } from '../use-case/refusal.ts';
import type { SignArgs } from './sign-document.ts';

export interface Check {
  signatureId: string;
  result: 'valid' | 'invalid';
  /** By what it was checked, e.g. the name of the service or program. */
  how: string;
}

/** Records that the acting person checked a qualified signature outside, by what, and with which result. */
export async function checkQualified(args: SignArgs, { signatureId, result, how }: Check): Promise<void> {
  const { tx, actor, today } = args;
  const { rows } = await sql<{ document_kind: string; document_id: string }>`update platform.signature
    set check_result = ${result}, checked_by = ${actor.personId}, checked_how = ${how}, checked_on = ${today}
    where id = ${signatureId} and kind = 'qualified' and withdrawn_at is null and ${actor.personId}::uuid is not null
    returning document_kind, document_id`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound();
  args.change({
    subject: { kind: row.document_kind, id: row.document_id },
    after: { signature: signatureId, checked: result, how },
  });
}
