import { defineJob } from '../../../../platform/jobs/index.ts';
import '../import-kinds.ts';
import { type ImportInput, runImport } from '../../../needs/index.ts';
import { storedOutcomes } from './stored-outcomes.ts';

/** Uploads of the monitoring form: asked for in the room of needs, read and stored here. */
export const importOutcomesJob = defineJob<ImportInput>({
  name: 'programmes.import-outcomes',
  titleKey: 'needs:job.import',
  link: ({ input }) => `/imports/${input.importId}`,
  // a person waits on the page: a file of seconds must not stand behind a calculation of minutes
  lane: 'quick',
  run: (args) => runImport(args, [storedOutcomes]),
});
