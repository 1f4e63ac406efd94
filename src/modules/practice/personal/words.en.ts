/** Words of what is held about students and how long; a part of the room’s catalogue. */
export default {
  personal: {
    title: 'Your practice',
    basis: 'Agreement on practical training and the college’s order',
    purpose: 'To send you to practice, keep the hours of your age and give the mark',
    plan: 'Practice',
    host: 'Enterprise',
    from: 'First day',
    to: 'Last day',
    state: 'State',
    medical: 'Admitted by health until',
    guardian: 'Legal representative',
    roundTitle: 'Your choice of practice places',
    roundBasis: 'Consent to take part in the distribution; it can be withdrawn',
    round: 'Round',
    rankedOn: 'List sent',
    withdrawnOn: 'Consent withdrawn',
    places: 'Places in order',
    got: 'Result',
  },
  duty: { planFiles: 'Rows of uploaded year plans of practice' },
};
