export default {
  error: {
    unknownSetting: 'There is no setting “{{key}}”. Open the list of settings and choose from it.',
    badValue: 'The value does not fit setting “{{key}}”: {{why}}. Correct the value.',
    pastDate:
      'A setting can be changed from today ({{today, date}}) or later: decisions were made under the former value. Choose another date.',
    reasonNeeded: 'Write why the proposal is rejected.',
  },
  help: {
    title: 'Rules',
    about:
      'By these rules the program allows or refuses. Each refusal names its rule; here you see where it comes from.',
    onDay: 'On the day',
    onDayHint: 'Empty: today',
    id: 'Sign',
    rule: 'Rule',
    source: 'Source',
    trust: 'How far checked',
    from: 'In force from',
    to: 'In force until',
    noEnd: 'no end',
    settings: 'Values on this day',
    noSettings: 'none',
    empty: 'There are no rules on this day. Choose another one.',
  },
  trust: {
    W: 'by an open source',
    S: 'from the resolution',
    'M+': 'well known, check the act before quoting it',
    M: 'check the number or date with the act',
    'M-': 'a guess, to be set',
    A: 'a decision of this system',
  },
};
