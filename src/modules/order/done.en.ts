/** What was done here, as the history says it: by the name of the use case. */
export default {
  answerProposal: 'A college answered a proposed order',
  replyObjection: 'An objection of a college was replied to',
  startVariant: 'A variant of the order was started',
  askWhatIf: 'A “what if” was asked',
  propose: 'The order was sent for agreement',
  approve: 'The order was approved',
  giveBack: 'The order was given back for rework',
};
