import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { addTie, endTies } from '../../registry/index.ts';

export interface ExpertEntry {
  id: string;
  personId: string;
  organisationId: string | null;
  post: string | null;
  municipalityId: string | null;
  ofEmployers: boolean;
  weekdays: number[];
  monthLimit: number;
  experienceSince: string | null;
  source?: string | null;
  isDemo: boolean;
  today: string;
  newId(): string;
}

const SOURCE = 'specialists.expert';

/**
 * Writes an entry of the base. The main job becomes a tie «works for» when no other paper says so already, and ends
 * when the job changes: the conflict engine reads ties alone.
 */
export async function putExpert(tx: Tx, e: ExpertEntry): Promise<void> {
  const list = sql`array(select jsonb_array_elements_text(${JSON.stringify(e.weekdays)}::jsonb)::int)`;
  await sql`insert into specialists.expert (id, person_id, organisation_id, post, municipality_id, of_employers, weekdays,
      month_limit, experience_since, source, is_demo)
    values (${e.id}, ${e.personId}, ${e.organisationId}, ${e.post}, ${e.municipalityId}, ${e.ofEmployers}, ${list},
      ${e.monthLimit}, ${e.experienceSince}, ${e.source ?? null}, ${e.isDemo})
    on conflict (id) do update set organisation_id = excluded.organisation_id, post = excluded.post,
      municipality_id = excluded.municipality_id, of_employers = excluded.of_employers, weekdays = excluded.weekdays,
      month_limit = excluded.month_limit, experience_since = excluded.experience_since, rev = specialists.expert.rev + 1`.execute(
    tx,
  );
  const own = await sql<{
    organisation: string;
  }>`select to_organisation_id as organisation from registry.tie_v
    where source_kind = ${SOURCE} and source_id = ${e.id} and valid @> ${e.today}::date`.execute(tx);
  if (own.rows[0] && own.rows[0].organisation !== e.organisationId)
    await endTies(tx, { kind: SOURCE, id: e.id }, e.today);
  if (!e.organisationId) return;
  const works = await sql`select 1 from registry.tie_v where kind = 'works_for' and person_id = ${e.personId}
    and to_organisation_id = ${e.organisationId} and valid @> ${e.today}::date`.execute(tx);
  if (works.rows.length > 0) return;
  await addTie(tx, {
    kind: 'works_for',
    from: { personId: e.personId },
    to: { organisationId: e.organisationId },
    since: e.today,
    until: null,
    source: { kind: SOURCE, id: e.id },
    newId: e.newId,
  });
}
