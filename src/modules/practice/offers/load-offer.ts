import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';

export interface Offer {
  id: string;
  organisationId: string;
  organisation: string;
  title: string;
  programmes: string[];
  kinds: string[];
  from: string;
  to: string;
  capacity: number;
  minGroup: number;
  municipalityId: string | null;
  minutesADay: number;
  daysAWeek: number;
  night: boolean;
  hazards: string[];
  needsMedical: boolean;
  takesMinors: boolean;
  accessible: boolean;
  employs: boolean;
  accessClass: 'open' | 'restricted';
  keptFor: string | null;
  state: 'draft' | 'open' | 'frozen' | 'withdrawn';
  rev: number;
}

/** One offer; `lock` keeps its row, under which units are taken and given back. */
export async function loadOffer(tx: Tx, id: string, lock: boolean): Promise<Offer> {
  return found((await loadOffers(tx, [id], lock))[0]);
}

/** Many at once, locked in the order of their ids. */
export async function loadOffers(tx: Tx, ids: readonly string[], lock: boolean): Promise<Offer[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<Offer>`select f.id, f.organisation_id as "organisationId", o.short_name as organisation, f.title,
      to_jsonb(f.programmes) as programmes, to_jsonb(f.kinds) as kinds, lower(f.period) as "from", upper(f.period) - 1 as "to",
      f.capacity, f.min_group as "minGroup", coalesce(f.municipality_id, o.municipality_id) as "municipalityId",
      f.minutes_a_day as "minutesADay", f.days_a_week as "daysAWeek", f.night, to_jsonb(f.hazards) as hazards,
      f.needs_medical as "needsMedical", f.takes_minors as "takesMinors", f.accessible, f.employs,
      f.access_class as "accessClass", f.kept_for as "keptFor", f.state, f.rev
    from practice.offer f join registry.organisation_v o on o.id = f.organisation_id
    where f.id in (${sql.join(ids)}) order by f.id ${lock ? sql`for update of f` : sql``}`.execute(tx);
  return rows;
}
