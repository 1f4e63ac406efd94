export default {
  job: {
    run: 'Calculation “{{title}}”',
    reading: 'Reading requests and statistics',
    computing: 'Computing need and balance',
    saving: 'Saving the calculation',
  },
  error: {
    badInput_one:
      'The calculation was not begun: {{count}} fault in the data. Mend the marked row and start again.',
    badInput_other:
      'The calculation was not begun: {{count}} faults in the data. Mend the marked rows and start again.',
  },
  setting: {
    horizonYears: 'How many years ahead to compute',
    weightCap: 'Greatest weight of an enterprise’s answer',
    backlogDays: 'After how many days a vacancy becomes need',
    backlogYears: 'Over how many years old vacancies are divided',
    graduateShare: 'Share of places for graduates',
    exitRates: 'Shares of leaving by age',
    publicationMinEnterprises: 'Fewer enterprises than this in a cell are not published',
    publicationDominance: 'Above this share of one enterprise a cell is not published',
  },
};
