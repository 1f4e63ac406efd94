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
export async function noteService(tx: Tx, s: Service): Promise<void> {
  await sql`insert into specialists.expert_service (id, person_id, source_kind, source_id, on_day, role, code, organisation_id,
      state, reason, noted_at)
    values (${s.newId()}, ${s.personId}, ${s.source.kind}, ${s.source.id}, ${s.on}, ${s.role}, ${s.code}, ${s.organisationId},
      ${s.state}, ${s.reason ?? null}, ${s.now})
    on conflict (person_id, source_kind, source_id) do update set on_day = excluded.on_day, role = excluded.role,
      state = excluded.state, reason = excluded.reason, noted_at = excluded.noted_at`.execute(tx);
}
