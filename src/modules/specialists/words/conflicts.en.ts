export const conflictRules = {
  rule: {
    'CI-1':
      'Works for the college of the examinees (staff, part-time or hourly), so may not mark its students.',
    'CI-1.past':
      'Worked for the college of the examinees until {{to, date}}. {{months}} months must pass before marking its students.',
    'CI-2': 'Taught the examinees, so may not mark them.',
    'CI-3': 'Was mentor or practice supervisor of the examinees, so may not mark them.',
    'CI-4': 'Personal circumstance: may not mark these examinees.',
    'CI-5': 'Coached the examinees for a championship, so may not mark them.',
    'CI-6':
      'Works for an enterprise that holds a target contract with the examinees or made them an offer. May sit after declaring it before the exam.',
    'CI-7': 'The chief expert leads the exam and does not mark.',
    'CI-8': 'Sits in the appeal commission of this exam, so takes no part in it.',
  },
  ruleTitle: {
    'CI-1': 'An expert is not of the examinees’ college',
    'CI-2': 'An expert did not teach the examinees',
    'CI-3': 'An expert was not the examinees’ mentor',
    'CI-4': 'Personal circumstance of an expert',
    'CI-5': 'An expert did not coach the examinees for a championship',
    'CI-6': 'An expert of the sponsor declares it',
    'CI-7': 'The chief expert does not mark',
    'CI-8': 'A member of the appeal commission takes no part in the exam',
  },
  ruleSource: {
    'CI-1': 'rules of 2019 and order 800, to be checked with the text',
    'CI-2': 'order 800, to be checked with the text',
    'CI-3': 'order 800, to be checked with the text',
    'CI-4': 'rule of the authors',
    'CI-5': 'rules of 2019, to be checked with the text',
    'CI-6': 'rule of the authors: employers choose people at the exam',
    'CI-7': 'order 800, to be checked with the text',
    'CI-8': 'order 800, to be checked with the text',
  },
  setting: {
    conflictEmploymentMonths:
      'Months after working for a college during which an expert does not mark its students',
    expertRightMonths: 'Months for which an expert’s right is given',
    expertNoticeDays: 'Days before the end of a right when renewal is reminded of',
    testValidMonths: 'Months for which a passed expert test counts',
  },
};

/** The short name of a conflict in a table. */
export const conflictWords = {
  short: {
    'CI-1': 'own college',
    'CI-2': 'taught them',
    'CI-3': 'mentor',
    'CI-4': 'personal circumstance',
    'CI-5': 'championship coach',
    'CI-6': 'employer: to be declared',
    'CI-7': 'chief expert',
    'CI-8': 'appeal commission',
  },
  of_one: '{{count}} examinee',
  of_other: '{{count}} examinees',
};
