export { type Check, checkQualified } from './check-qualified.ts';
export { markByLink, marksOf } from './mark-by-link.ts';
export { type SignArgs, type Signing, signDocument } from './sign-document.ts';
export {
  missingSignatures,
  type ShownSignature,
  type Standing,
  signaturesOf,
  versionHash,
} from './signatures-of.ts';
export { isOther, type Preparer, requireOther } from './two-persons.ts';
export type {
  Authority,
  Certificate,
  DocumentVersion,
  LinkMark,
  Party,
  Signature,
  SignatureKind,
  SignatureRow,
} from './types.ts';
export { withdrawSignatures } from './withdraw-signatures.ts';
