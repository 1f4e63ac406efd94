export { dropDraft } from './discard-draft.ts';
