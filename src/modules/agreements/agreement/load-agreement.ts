import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { Scope } from '../../../platform/rights/index.ts';
import { type Actor, found } from '../../../platform/use-case/index.ts';
import type { AgreementState } from '../states.ts';
import { visible } from './visible.ts';

export interface Stored {
  id: string;
  kind: string;
  number: string;
  subject: string;
  state: AgreementState;
  from: string;
  to: string | null;
  fields: Record<string, string | number | null>;
  version: number;
  hash: string;
  rev: number;
  concludedOn: string | null;
  endedOn: string | null;
  endReason: string | null;
  copiedFrom: string | null;
  preparedBy: string | null;
}

/** One agreement this actor may see; `lock` for a change. */
export async function loadAgreement(
  tx: Tx,
  { id, scope, actor, lock }: { id: string; scope: Scope; actor: Actor; lock?: boolean },
): Promise<Stored> {
  const { rows } =
    await sql<Stored>`select a.id, a.kind, a.number, a.subject, a.state, lower(a.valid) as "from",
      upper(a.valid) - 1 as "to", a.fields, a.version, a.hash, a.rev, a.concluded_on as "concludedOn",
      a.ended_on as "endedOn", a.end_reason as "endReason", a.copied_from as "copiedFrom", a.prepared_by as "preparedBy"
    from agreements.agreement a where a.id = ${id} and ${visible(scope, actor)}
    ${lock ? sql`for update of a` : sql``}`.execute(tx);
  return found(rows[0]);
}

/** The organisations that are its parties, in their order. */
export async function partiesOf(
  tx: Tx,
  id: string,
): Promise<{ organisationId: string; kind: string | null }[]> {
  const { rows } = await sql<{ organisationId: string; kind: string | null }>`
    select p.organisation_id as "organisationId", o.kind from agreements.party p
    left join registry.organisation_v o on o.id = p.organisation_id where p.agreement_id = ${id} order by p.place`.execute(
    tx,
  );
  return rows;
}

export const documentOf = (agreement: Pick<Stored, 'id' | 'hash'>) => ({
  kind: 'agreements.agreement',
  id: agreement.id,
  hash: agreement.hash,
});
