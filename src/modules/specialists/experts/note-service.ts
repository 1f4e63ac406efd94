import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export interface Service {
  personId: string;
  source: { kind: string; id: string };
  on: string;
  role: string;
  code: string | null;
  /** The examinees' college. */
  organisationId: string | null;
  state: 'invited' | 'confirmed' | 'declined' | 'released' | 'served';
  reason?: string | null;
  now: string;
  newId(): string;
}

/** Keeps where an expert is called to and sat: one row for an exam, the last word stands. */
export const noteService = (tx: Tx, service: Service): Promise<void> => noteServices(tx, [service]);

/** The same for many experts of one exam in one statement. */
export async function noteServices(tx: Tx, services: readonly Service[]): Promise<void> {
  const rows = services.map(({ source, now, newId, reason = null, ...one }) => ({
    ...one,
    id: newId(),
    reason,
    sourceKind: source.kind,
    sourceId: source.id,
    at: now,
  }));
  await sql`insert into specialists.expert_service (id, person_id, source_kind, source_id, on_day, role, code, organisation_id,
      state, reason, noted_at)
    select x.id, x."personId", x."sourceKind", x."sourceId", x."on", x.role, x.code, x."organisationId", x.state, x.reason, x.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, "personId" uuid, "sourceKind" text, "sourceId" uuid,
      "on" date, role text, code text, "organisationId" uuid, state text, reason text, at timestamptz)
    on conflict (person_id, source_kind, source_id) do update set on_day = excluded.on_day, role = excluded.role,
      state = excluded.state, reason = excluded.reason, noted_at = excluded.noted_at`.execute(tx);
}
