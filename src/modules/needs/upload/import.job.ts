import { defineJob } from '../../../platform/jobs/index.ts';
import { type ImportInput, runImport } from './run-import.ts';
import { storedNeeds } from './stored-needs.ts';
import { storedVacancies } from './stored-vacancies.ts';

export const importJob = defineJob<ImportInput>({
  name: 'needs.import',
  titleKey: 'needs:job.import',
  link: ({ input }) => `/imports/${input.importId}`,
  // a person waits on the page: a file of seconds must not stand behind a calculation of minutes
  lane: 'quick',
  run: (args) => runImport(args, [storedNeeds, storedVacancies]),
});
