import { sql } from 'kysely';

/**
 * Places `o` of a round that a practice `p` of a group with programme `g` may come to, offer `f`, host `h`: fitting
 * by programme, kind and days, not kept for another college.
 */
export const fitting = sql<boolean>`(g.programme_code = any (f.programmes) and p.kind = any (f.kinds) and f.period @> p.period
  and (f.kept_for is null or f.kept_for = p.organisation_id))`;
