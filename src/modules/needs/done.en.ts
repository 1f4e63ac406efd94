/** What was done here, as the history says it: by the name of the use case. */
export default {
  saveLines: 'A need was changed',
  confirmLines: 'A need was confirmed',
  withdrawLine: 'A need line was withdrawn',
  copyLastYear: 'The need of last year was repeated',
  saveMyAnswer: 'A survey was answered',
  saveCampaign: 'A survey of enterprises was changed',
  moveCampaign: 'A survey of enterprises was opened or closed',
  copyCampaign: 'A survey was repeated for the next year',
  saveProject: 'An investment project was changed',
  acceptVacancyLines: 'Vacancies were accepted as need',
  startImport: 'A file of needs or vacancies was loaded',
  remapImport: 'A file was read again',
  decideSpelling: 'It was decided whose spelling this is',
  applyImport: 'Rows of a file were stored',
  dropImport: 'An upload was cancelled',
};
