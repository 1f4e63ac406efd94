export default {
  error: {
    notFromHere:
      'The state is now “$t({{state}})”, and “$t({{event}})” does not lead on from it. Reload the page to see what can be done.',
    samePerson: 'Whoever prepared it does not approve it. Hand the decision to a colleague who may approve.',
    notJudged: 'Rule {{rule}} was not checked, so the action was stopped. Tell the administrator.',
  },
};
