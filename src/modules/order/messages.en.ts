export default {
  job: {
    calculate: 'Variant “{{title}}”',
    whatIf: 'And if {{seats}}?',
    reading: 'Gathering need, seats and money',
    solving: 'Looking for the best plan',
    comparing: 'Comparing with last year and with a simple rule',
    saving: 'Saving the variant and its proof',
  },
  task: {
    approve: {
      title: 'Approve the order for {{year}}: {{title}}',
      act: 'Look and approve',
    },
  },
  error: {
    chooseDistrict: 'Choose a municipality.',
    noForecast: 'A finished forecast is needed first. Open “Forecast” and start a calculation.',
    beyondHorizon: 'The forecast reaches only to {{last, plain}}. Choose an earlier year of intake.',
    notCalculated: 'This variant is not calculated yet.',
    openDecision: 'Only a variant sent for approval can be approved.',
    approvedIsFixed: 'An approved order does not change. Make a new variant and approve it.',
    violations: 'The check found violations in this variant. Calculate it anew.',
  },
  setting: {
    groupMin: 'Smallest group',
    groupMax: 'Largest group',
    groupMinRural: 'Smallest group in a rural college',
    stabilityCap: 'By what share seats may change in a year',
    intakes: 'How many intakes to plan together',
    costPerStudentYear: 'Norm per student a year, kopecks',
    costByGroup: 'Norms by field group, kopecks',
    commuteKm: 'How far graduates go to work in another zone, km',
    movePrice: 'Burden of moving 100 km',
    priorityGroups: 'Priority groups of specialties',
  },
};
