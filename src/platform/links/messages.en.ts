export default {
  title: 'Confirmation by link',
  loading: 'Checking the link…',
  until: 'The link works until {{until, moment}}. The button can be pressed once.',
  gives: {
    acknowledged: 'By pressing the button you confirm that you have seen it. This is not a signature.',
    preliminary_consent:
      'By pressing the button you agree preliminarily. This is not a signature: the document is signed separately.',
  },
  button: { acknowledged: 'Acknowledged', preliminary_consent: 'I agree preliminarily' },
  spent: {
    acknowledged: 'Written down: “Acknowledged”. You can close the page.',
    preliminary_consent: 'Written down: “Agreed preliminarily”. You can close the page.',
  },
  code: {
    label: 'Code of six digits',
    hint: 'The code was told to you apart from the link: by telephone or in person.',
    needed: 'Type the code. Whoever sent the link told it to you.',
    wrong_one: 'The code does not fit. {{count}} try is left.',
    wrong_other: 'The code does not fit. {{count}} tries are left.',
  },
  bad: {
    unknown: 'There is no such link. Check that the address was copied whole, to the last character.',
    spent: 'This link was used to confirm already. Nothing more is to be done.',
    killed:
      'This link was replaced by a newer one or withdrawn. Open the latest message or ask whoever sent it.',
    expired: 'The link is too old. Ask for another.',
    locked: 'A wrong code was typed ten times and the link is closed. Ask for another.',
  },
  failed: 'The server could not be reached. Check the connection and press the button again.',
  again: 'Try again',
  duty: { old: 'Used and expired links with the addresses they were sent to' },
  mine: {
    title: 'Links for confirming',
    basis: 'Terms of use of the portal',
    purpose: 'So that you can confirm or answer without signing in',
    contact: 'Sent to',
    issued: 'Sent',
    spent: 'Confirmed',
  },
};
