import { sql } from 'kysely';
import { inTransaction } from '../../platform/database/index.ts';
import { translateId } from '../../platform/i18n/index.ts';
import type { Identity } from '../../platform/identity/index.ts';
import type { World } from '../../platform/use-case/index.ts';
import type { Settings } from '../settings.ts';
import { DEMO_PASSWORD, type DemoAccount } from './demo-account.ts';
import { fillDemo } from './fill-demo.ts';
import { loadSittings } from './load-sittings.ts';
import { openSurvey } from './open-survey.ts';

/** One sign-in for each role worth trying: the first holder of the role by id. */
const OFFERED = [
  ['ministry', 'min_edu_specialist'],
  ['minister', 'min_edu_head'],
  ['economy', 'min_econ_specialist'],
  ['plant', 'enterprise_hr'],
  ['college', 'college_deputy'],
  ['district', 'municipality_specialist'],
  ['employment', 'employment_specialist'],
  ['institute', 'institute_methodist'],
  ['government', 'region_gov_official'],
  ['auditor', 'auditor'],
  ['student', 'student'],
  ['mentor', 'mentor'],
  ['placement', 'placement_centre_coordinator'],
  ['exams', 'exam_operator_coordinator'],
  ['expert', 'expert'],
  ['technical', 'technical_expert'],
  ['board', 'board_chair'],
  ['appeal', 'appeal_member'],
  ['admin', 'admin'],
] as const;

export const demoAccounts: DemoAccount[] = [];

/** Fills an empty database with the demo region, gives the sign-ins; on a filled one it only reads them. */
export async function prepareDemo(world: World, identity: Identity, settings: Settings): Promise<void> {
  const { rows } = await sql`select 1 from registry.organisation limit 1`.execute(world.db);
  if (rows.length === 0) {
    await inTransaction(world.db, async (tx) => {
      await fillDemo(tx, world.newId, settings.demoSize);
      await loadSittings(tx, world);
      await openSurvey(world, tx);
    });
    // nothing counts rows by itself on the embedded database
    await sql`analyze`.execute(world.db);
  }
  demoAccounts.length = 0;
  for (const [name, role] of OFFERED) {
    const account = await accountFor(world, identity, name, role);
    if (account) demoAccounts.push(account);
  }
}

async function accountFor(
  world: World,
  identity: Identity,
  name: string,
  role: string,
): Promise<DemoAccount | null> {
  const email = `${name}@demo.rostok`;
  const { rows } = await sql<{
    person_id: string;
    full_name: string;
    organisation: string | null;
    known: boolean;
  }>`
    select a.person_id, p.full_name, o.short_name as organisation,
      exists (select 1 from identity."user" u where u.email = ${email}) as known
    from registry.assignment a join registry.person_v p on p.id = a.person_id
    left join registry.organisation_v o on o.id = a.organisation_id
    where a.role = ${role}
    -- the expert of the demo marks in the exam that runs and is nothing else: the first sign-in shows the first role
    order by ${role === 'expert'}::boolean and not (exists (select 1 from exams.seat_v x where x.person_id = a.person_id
        and x.role = 'line' and x.session_state = 'running') and not exists (select 1 from registry.assignment x
        where x.person_id = a.person_id and x.role <> a.role)), a.organisation_id, a.person_id limit 1`.execute(
    world.db,
  );
  const holder = rows[0];
  if (!holder) return null;
  if (!holder.known)
    await identity.createUser({
      email,
      password: DEMO_PASSWORD,
      personId: holder.person_id,
      name: holder.full_name,
    });
  const roleTitle = translateId('ru', `registry:role.${role}`);
  return {
    email,
    password: DEMO_PASSWORD,
    name: holder.full_name,
    role,
    roleTitle,
    organisation: holder.organisation,
  };
}
