export { findForm, looksLikeForm } from './find-form.ts';
export { importOutcomes } from './import-outcomes.ts';
export type { OutcomeRow } from './outcome-row.ts';
