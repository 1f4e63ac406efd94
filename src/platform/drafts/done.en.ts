/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveDraft: 'A draft was saved',
  discardDraft: 'A draft was deleted',
};
