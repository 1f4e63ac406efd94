export { addActivity } from './activity/add-activity.ts';
export { simpleSignatureAgreementOn } from './simple-signature-agreement.ts';
