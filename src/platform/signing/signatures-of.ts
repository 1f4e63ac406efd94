import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { canonical } from '../history/append.ts';
import type { DocumentVersion, Party, SignatureRow } from './types.ts';

export type Standing =
  /** Holds. */
  | 'valid'
  /** Qualified, nobody has checked it yet. */
  | 'unchecked'
  | 'invalid'
  /** Under another version of the document. */
  | 'otherVersion'
  | 'withdrawn';

export type ShownSignature = SignatureRow & { standing: Standing };

const standing = (row: SignatureRow, hash: string): Standing => {
  if (row.withdrawn_at !== null) return 'withdrawn';
  if (row.version_hash !== hash) return 'otherVersion';
  if (row.kind !== 'qualified') return 'valid';
  return row.check_result ?? 'unchecked';
};

/** The hash that names a version of a document's content: whatever is signed goes in, sorted keys. */
export const versionHash = (content: unknown): string =>
  createHash('sha256').update(canonical(content)).digest('hex');

/** Every signature ever put under a document, with its standing for the given version, oldest first. */
export async function signaturesOf(tx: Tx, document: DocumentVersion): Promise<ShownSignature[]> {
  const { rows } =
    await sql<SignatureRow>`select id, version_hash, party_organisation_id, party_person_id, kind,
      signed_on, signer_name, authority, authority_until, on_behalf_reason, scan_hash, original_received, agreement_id,
      file_hash, certificate, check_result, checked_by, checked_how, checked_on, withdrawn_at, withdrawn_why
    from platform.signature where document_kind = ${document.kind} and document_id = ${document.id}
    order by recorded_at, id`.execute(tx);
  return rows.map((row) => ({ ...row, standing: standing(row, document.hash) }));
}

const belongs = (row: SignatureRow, party: Party) =>
  'organisationId' in party
    ? row.party_organisation_id === party.organisationId
    : row.party_person_id === party.personId;

/** The parties whose valid signature under this very version is still missing; none: the document is signed. */
export async function missingSignatures<P extends Party>(
  tx: Tx,
  document: DocumentVersion,
  parties: readonly P[],
): Promise<P[]> {
  const rows = (await signaturesOf(tx, document)).filter((row) => row.standing === 'valid');
  return parties.filter((party) => !rows.some((row) => belongs(row, party)));
}
