export default {
  job: { send: 'Sending a message' },
  demo: {
    title: 'Mail (demo)',
    about: 'Messages of the demo region go nowhere: they are shown here as their reader would see them.',
    empty: 'No messages yet. Invite somebody or ask for a new password, and the message appears here.',
    to: 'To: {{to}}',
    count_one: '{{count}} message',
    count_other: '{{count}} messages',
  },
  state: {
    waiting: 'Waiting',
    sent: 'Sent',
    shown: 'Shown on the page “Mail (demo)”',
    failed: 'Did not go',
  },
  error: {
    badAddress: 'This does not look like a mail address. Check that it has an “@” and the name of a site.',
    noServer: 'No mail server is set, the message was not sent. The administrator sets it by SMTP_URL.',
    refused: 'The reader’s mail server refused the message (code {{code}}). Check the address.',
    serverAway: 'The mail server does not answer (code {{code}}). The message goes when it does.',
  },
  resetPassword: {
    subject: 'A new password for the Rostok portal',
    body: 'Hello, {{name}}!\n\nYou or somebody else asked for a new password for the Rostok portal.\nTo set it, open this page:\n\n{{address}}\n\nIt opens once and not for long. If you asked for nothing, just delete this message: the password stays as it was.\n',
  },
};
