import { sql } from 'kysely';
import { generateDemo } from '../../../region/kirov/demo/generate.ts';
import type { DemoSize } from '../../../region/kirov/demo/types.ts';
import type { Tx } from '../../platform/database/index.ts';
import { loadCooperation } from './load-agreements.ts';
import { loadExams } from './load-exams.ts';
import { loadExperts } from './load-experts.ts';
import { loadHiring } from './load-hiring.ts';
import { loadNeeds, loadOrderInputs } from './load-needs.ts';
import { loadOrganisations } from './load-organisations.ts';
import { loadPlatform } from './load-platform.ts';
import { loadPractice } from './load-practice.ts';
import { loadProgrammes } from './load-programmes.ts';
import { loadReference } from './load-reference.ts';
import { loadTerritory } from './load-territory.ts';

/** Loads the generated region of a size into an empty database. */
export async function fillDemo(tx: Tx, newId: () => string, size: DemoSize): Promise<void> {
  const region = generateDemo(size);
  await loadReference(tx, newId);
  const places = await loadTerritory(tx, newId);
  await loadOrganisations(tx, region, places, newId);
  await loadProgrammes(tx, region, newId);
  await loadNeeds(tx, region, places);
  await loadOrderInputs(tx, region, places);
  await loadCooperation(tx, region, newId);
  await loadPractice(tx, region, places, newId);
  await loadPlatform(tx, newId);
  await loadExperts(tx, region, newId);
  await loadExams(tx, region, places, newId);
  await loadHiring(tx, region, places, newId);
  const admin = newId();
  await sql`insert into registry.person (id, surname, given_name, patronymic, sort_key, is_demo)
    values (${admin}, 'Управляев', 'Демид', 'Игоревич', 'управляев демид игоревич', true)`.execute(tx);
  await sql`insert into registry.assignment (id, person_id, role, valid, ground)
    values (${newId()}, ${admin}, 'admin', '(,)', 'демо')`.execute(tx);
}
