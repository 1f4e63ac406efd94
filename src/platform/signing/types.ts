/** One version of a document: a change of its content changes the hash, and with it the need of new signatures. */
export interface DocumentVersion {
  /** `<room>.<noun>`, e.g. `agreements.agreement`. */
  kind: string;
  id: string;
  hash: string;
}

/** Who is bound by the signature: an organisation or a person. */
export type Party = { organisationId: string } | { personId: string };

/** Printed, signed by hand, and the proof that it was: the attached scan, or the tick that the original is here. */
export type PaperSignature = { kind: 'paper' } & (
  | { scanHash: string; originalReceived?: boolean }
  | { originalReceived: true; scanHash?: undefined }
);

/** By an account, or by a link: in both cases only under an agreement on simple e-signature. */
export interface SimpleSignature {
  kind: 'simple';
  via: 'account' | 'link';
}

export interface Certificate {
  serial: string;
  owner: string;
  issuer: string;
  validFrom: string;
  validTo: string;
}

/** A detached file made elsewhere; it counts only after a person has checked it outside and said so. */
export interface QualifiedSignature {
  kind: 'qualified';
  fileHash: string;
  certificate: Certificate;
}

export type SignatureKind = 'paper' | 'simple' | 'qualified';
/** There is no member for a link alone: what a link gives is a LinkMark, and no function takes one for this. */
export type Signature = PaperSignature | SimpleSignature | QualifiedSignature;

/** «Ознакомлен» or «Согласен предварительно»: all that a link without an agreement can give. */
export type LinkMark = 'acknowledged' | 'agreedProvisionally';

/** By right of what the signer binds the organisation: charter, power of attorney No. …, and its last day. */
export interface Authority {
  basis: string;
  until: string | null;
}

export interface SignatureRow {
  id: string;
  version_hash: string;
  party_organisation_id: string | null;
  party_person_id: string | null;
  kind: SignatureKind;
  signed_on: string;
  signer_name: string;
  authority: string | null;
  authority_until: string | null;
  on_behalf_reason: string | null;
  scan_hash: string | null;
  original_received: boolean;
  agreement_id: string | null;
  file_hash: string | null;
  certificate: Certificate | null;
  check_result: 'valid' | 'invalid' | null;
  checked_by: string | null;
  checked_how: string | null;
  checked_on: string | null;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
}
