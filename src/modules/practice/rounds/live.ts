import { sql } from 'kysely';

/** A round that is under way holds its places and its students: no second one may reach for them. */
export const LIVE = sql`('open', 'ranking', 'frozen', 'drawing', 'drawn', 'publishing')`;
