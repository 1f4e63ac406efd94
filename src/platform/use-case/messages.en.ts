export default {
  error: {
    notFound:
      'There is no such record, or it is not yours to see. Go back to the list and open it from there.',
    stale:
      'Somebody else changed the record while this page was open. Reload it: your edits stay in the draft.',
    signIn: 'Sign in to see this.',
    noRight:
      'Your role may not do this ({{right}}). Switch the role at the top of the page or ask your administrator.',
    commandReused: 'This action was already done with other data. Reload the page and try again.',
    answerNotKept:
      'This action was already done. Its answer held a one-time link or a code, so it was stored nowhere. If the answer did not reach you, ask for a new link: the earlier one stops working.',
    badInput: 'Check the marked fields.',
    unexpected:
      'It did not work: a fault on the server. Nothing was saved and nothing lost. Try again in a minute; if it persists, quote {{requestId}}.',
    databaseBusy: 'The server is overloaded. Nothing is lost, try again in a minute.',
    diskFull:
      'The server has run out of disk space. Earlier data are safe, nothing new was written. Tell the administrator.',
    duplicate: 'Such a record exists already. Open the list and change it.',
    referenced: 'Other records point at this one, so it cannot be deleted.',
  },
  field: {
    required: 'Fill in this field.',
    integer: 'Write a whole number.',
    number: 'Write a number.',
    type: 'This value does not fit. Choose or write it again.',
    tooShort: 'Too short: at least {{minimum}} characters.',
    tooLong: 'Too long: at most {{maximum}} characters fit.',
    tooFew: 'Choose at least {{minimum}}.',
    tooSmall: 'The least number here is {{minimum}}.',
    tooBig: 'The greatest number here is {{maximum}}.',
    date: 'Write the date like this: 23.11.2026.',
    datetime: 'Write date and time like this: 23.11.2026 14:30.',
    email: 'Write the whole mail address, for example ivanova@example.ru.',
    uuid: 'Choose a value from the list.',
    choice: 'Choose one of the values offered.',
    format: 'Check the spelling.',
  },
};
