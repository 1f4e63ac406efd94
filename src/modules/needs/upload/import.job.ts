import { defineJob } from '../../../platform/jobs/index.ts';
import { type ImportInput, runImport } from './run-import.ts';
import { storedNeeds } from './stored-needs.ts';
import { storedVacancies } from './stored-vacancies.ts';

export const importJob = defineJob<ImportInput>({
  name: 'needs.import',
  titleKey: 'needs:job.import',
  link: ({ input }) => `/imports/${input.importId}`,
  run: (args) => runImport(args, [storedNeeds, storedVacancies]),
});
