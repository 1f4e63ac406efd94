import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { saveEvents } from '../../../platform/outbox/index.ts';
import { survivorOf } from '../merging/survivor.ts';

export type TieKind =
  | 'works_for'
  | 'teaches'
  | 'mentors'
  | 'supervises'
  | 'coaches'
  | 'kin'
  | 'sponsors'
  | 'offered';

export interface NewTie {
  kind: TieKind;
  from: { personId: string } | { organisationId: string };
  to: { personId: string } | { organisationId: string } | { cohortId: string };
  /** First and last day; null: open. */
  since: string | null;
  until: string | null;
  /** The paper it stands on: the room's noun and the row's id. */
  source: { kind: string; id: string };
  newId(): string;
}

/**
 * Writes a tie in the caller's transaction. Ties are all that the conflict engine reads, so a room that makes a
 * person teach, mentor or employ somebody calls this in the same transaction.
 */
export async function addTie(tx: Tx, tie: NewTie): Promise<string> {
  const id = tie.newId();
  const from = await standing(tx, tie.from);
  const to = await standing(tx, tie.to);
  await sql`insert into registry.tie (id, kind, person_id, organisation_id, to_person_id, to_organisation_id, to_cohort_id,
      valid, source_kind, source_id)
    values (${id}, ${tie.kind}, ${'personId' in from ? from.personId : null}, ${'organisationId' in from ? from.organisationId : null},
      ${'personId' in to ? to.personId : null}, ${'organisationId' in to ? to.organisationId : null},
      ${'cohortId' in to ? to.cohortId : null}, daterange(${tie.since}::date, ${tie.until}::date, '[]'),
      ${tie.source.kind}, ${tie.source.id})`.execute(tx);
  await tellTie(tx, id, tie.newId);
  return id;
}

/** Tells the house of a new tie, by its id alone: what was planned without knowing of it is looked at again. */
export const tellTie = (tx: Tx, id: string, newId: () => string): Promise<void> =>
  saveEvents(tx, [{ name: 'registry.tie.added', payload: { id } }], new Date().toISOString(), newId);

/** A tie made of ids read before a merge stands at the record that was kept. */
async function standing<End extends NewTie['from'] | NewTie['to']>(tx: Tx, end: End): Promise<End> {
  if ('personId' in end) return { ...end, personId: await survivorOf(tx, 'person', end.personId) };
  if ('organisationId' in end)
    return { ...end, organisationId: await survivorOf(tx, 'organisation', end.organisationId) };
  return end;
}

/** Ends every tie that stands on a paper; `on` is the first day without it. */
export async function endTies(tx: Tx, source: NewTie['source'], on: string): Promise<void> {
  await sql`update registry.tie set valid = daterange(lower(valid), greatest(lower(valid), ${on}::date))
    where source_kind = ${source.kind} and source_id = ${source.id} and (upper_inf(valid) or upper(valid) > ${on}::date)`.execute(
    tx,
  );
}
