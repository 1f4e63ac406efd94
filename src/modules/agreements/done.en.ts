/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveAgreement: 'An agreement was changed',
  proposeAgreement: 'An agreement was proposed to its parties',
  signAgreement: 'An agreement was signed',
  endAgreement: 'An agreement was ended',
  recallAgreement: 'An agreement was taken back',
  noteActivity: 'An event under an agreement was noted',
  copyAgreement: 'An agreement was repeated for the next year',
};
