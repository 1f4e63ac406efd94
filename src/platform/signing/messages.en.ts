export default {
  error: {
    samePerson:
      'You prepared this, so somebody else has to approve it. Hand the decision to a colleague who may approve.',
    samePersonNamed:
      'The same person ({{name}}) prepared and approves. Hand the decision to another colleague who may approve.',
    preparerUnknown:
      'It is not known who prepared this, so it cannot be approved. Prepare it again under your own account.',
    notAPerson: 'A person approves, not a program. Sign in under your own account and try again.',
  },
};
