export { addActivity } from './activity/add-activity.ts';
export {
  nameOf,
  type PaperParty,
  paperParty,
  practiceAgreementBlocks,
  signedName,
} from './papers/practice-agreement.ts';
export { simpleSignatureAgreementOn } from './simple-signature-agreement.ts';
