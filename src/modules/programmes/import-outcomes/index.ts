export { findForm, looksLikeForm } from './find-form.ts';
export { importKinds } from './import-kinds.ts';
export { importOutcomes } from './import-outcomes.ts';
export type { OutcomeRow } from './outcome-row.ts';
export { outcomesKind } from './outcomes-kind.ts';
