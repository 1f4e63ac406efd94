export default {
  error: {
    unknownSetting: 'There is no setting “{{key}}”. Open the list of settings and choose from it.',
    badValue: 'The value does not fit setting “{{key}}”: {{why}}. Correct the value.',
    pastDate:
      'A setting can be changed from today ({{today, date}}) or later: decisions were made under the former value. Choose another date.',
    reasonNeeded: 'Write why the proposal is rejected.',
  },
};
