import { sql } from 'kysely';
import type { Tx } from '../platform/database/index.ts';
import { BadSettings } from './settings.ts';

interface Persons {
  demo: boolean;
  real: boolean;
}

/** Demo mode never opens a database that holds real persons, and real work never one filled by the demo. */
export async function guardDemo(db: Tx, demo: boolean): Promise<void> {
  const { rows } = await sql<Persons>`select exists (select 1 from registry.person where is_demo) as demo,
    exists (select 1 from registry.person where not is_demo) as real`.execute(db);
  const found = rows[0];
  if (demo && found?.real) throw new BadSettings('server:error.realPersons');
  if (!demo && found?.demo) throw new BadSettings('server:error.demoDatabase');
}
