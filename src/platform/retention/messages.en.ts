export default {
  error: {
    noPerson:
      'This account belongs to no person, so there are no personal data about it. Sign in under your own.',
    unknownSection: 'There is no such section of data. Choose one from the list or leave the field empty.',
    ownRequest: 'Your own request is answered by somebody else. Hand it to a colleague.',
  },
  setting: {
    events: 'How long delivered events are kept',
    commands: 'How long answers to finished actions are kept',
    historyValues: 'How long former values are kept beside entries of the history',
    reports: 'How long reports of erasure and answered requests are kept',
    answerDays: 'Working days to answer a request about personal data',
  },
  duty: {
    events: 'Delivered events between sections',
    commands: 'Stored answers to finished actions',
    historyValues: 'Former values beside entries of the history',
    reports: 'Reports of erasure and answered requests',
  },
  basis: { law: 'law', contract: 'contract', consent: 'consent' },
  act: { read: 'reading', export: 'export' },
  kind: { explain: 'Explain', correct: 'Correct', erase: 'Erase', stop: 'Stop processing' },
  decision: { done: 'done', refused: 'refused' },
};
