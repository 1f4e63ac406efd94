import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import type { certificateView, variantRow } from '../contract.ts';

export type VariantRow = z.output<typeof variantRow>;
type StoredRow = Omit<VariantRow, 'certificate'> & { certificate: StoredCertificate | null };

interface StoredCertificate {
  fingerprint: string;
  epsilon: number;
  solver: { name: string; version: string };
  final: { proved: number; reported: number };
  check: { violations: number };
}

/** Columns of a variant's row, read from `training_order.variant_v v`. */
export const variantColumns = sql`v.id, v.decision_year as "decisionYear", v.version, v.title, v.state, v.created_at as "createdAt",
  v.calculated_at as "calculatedAt", v.approved_at as "approvedAt", v.document_number as "documentNumber", v.based_on as "basedOn",
  v.job_id as "jobId", v.rev, v.summary, v.certificate,
  (select short_name from registry.person_v p where p.id = v.prepared_by) as "preparedBy",
  (select short_name from registry.person_v p where p.id = v.approved_by) as "approvedBy",
  (select r.version from forecast.run_v r where r.id = v.forecast_run_id) as "forecastVersion"`;

const certificateOf = (c: StoredCertificate | null): z.output<typeof certificateView> | null =>
  c && {
    proved: c.final.proved,
    reported: c.final.reported,
    epsilon: c.epsilon,
    fingerprint: c.fingerprint,
    violations: c.check.violations,
    solver: `${c.solver.name} ${c.solver.version}`,
  };

export const toVariant = <R extends StoredRow>(row: R): Omit<R, 'certificate'> & VariantRow => ({
  ...row,
  certificate: certificateOf(row.certificate),
});
export type { StoredRow };

/** The variant asked for; `latest` is the newest approved one, else the newest proposed or calculated. */
export async function resolveVariant(
  tx: Tx,
  asked: string,
): Promise<{
  id: string;
  version: number;
  decisionYear: number;
  state: VariantRow['state'];
  forecastRunId: string;
}> {
  const { rows } = await sql<{
    id: string;
    version: number;
    decisionYear: number;
    state: VariantRow['state'];
    forecastRunId: string;
  }>`
    select id, version, decision_year as "decisionYear", state, forecast_run_id as "forecastRunId" from training_order.variant_v
    where (${asked} = 'latest' and state in ('approved', 'proposed', 'calculated')) or id::text = ${asked}
    order by (state = 'approved') desc, decision_year desc, (state = 'proposed') desc, version desc limit 1`.execute(
    tx,
  );
  return found(rows[0]);
}
