import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { visible } from './import-access.ts';
import { reportIn, type StoredReport } from './stored-report.ts';

export const getImportReport = useCase(contract.getImportReport, {
  right: 'needs.import.make',
  async run({ input, tx, actor, scope, may, locale }) {
    const { rows } = await sql<{ report: StoredReport | null }>`select i.report from needs.import i
      where i.id = ${input.id} and ${visible(scope, actor, may)}`.execute(tx);
    const { report } = found(rows[0]);
    if (!report) throw refuse('needs:error.noReport', {}, { status: 409 });
    return reportIn(locale, report);
  },
});
