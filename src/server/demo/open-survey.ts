import { sql } from 'kysely';
import { confirmNeedsTask, usualQuestionnaire } from '../../modules/needs/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { openTask } from '../../platform/tasks/index.ts';
import { dayIn, type World } from '../../platform/use-case/index.ts';

const DAY_MS = 86_400_000;
const BEGAN_DAYS_AGO = 16;
const LASTS_DAYS = 44;

/** Two of three answered, the first by id, whose personnel officer signs in to the demo, did not. */
const answered = (at: number) => at % 3 !== 0;

/**
 * A survey in the middle of its time: most enterprises answered, the others have their task and lines that wait for
 * their word, so that nobody meets an empty «Мои дела».
 */
export async function openSurvey(world: World, tx: Tx): Promise<void> {
  const now = world.now();
  const day = (days: number) => dayIn(world.timeZone, new Date(now.getTime() + days * DAY_MS));
  const year = Number(day(0).slice(0, 4));
  const id = world.newId();
  const closesOn = day(LASTS_DAYS - BEGAN_DAYS_AGO);
  await sql`insert into needs.campaign (id, title, year, first_year, last_year, opens_on, closes_on, questionnaire, state)
    values (${id}, ${`Потребность ${year} (демо)`}, ${year}, ${year + 1}, ${year + 7}, ${day(-BEGAN_DAYS_AGO)}, ${closesOn},
      ${JSON.stringify(usualQuestionnaire)}::jsonb, 'open')`.execute(tx);
  const { rows } = await sql<{ id: string; headcount: number | null }>`select o.id, o.headcount
    from registry.organisation_v o where o.kind = 'enterprise' and o.closed_on is null
      and exists (select 1 from registry.assignment_v a where a.organisation_id = o.id and a.role = 'enterprise_hr')
    order by o.id`.execute(tx);
  const silent = rows.filter((_, at) => !answered(at));
  for (const { id: organisationId } of silent)
    await openTask(tx, confirmNeedsTask, {
      subject: { kind: 'needs.answer', id: `${id}/${organisationId}` },
      for: { role: 'enterprise_hr', organisationId },
      due: closesOn,
      params: { day: closesOn, year: year + 7 },
      now: now.toISOString(),
      newId: world.newId,
    });
  const answers = rows
    .filter((_, at) => answered(at))
    .map((it) => ({ id: world.newId(), organisation: it.id, headcount: it.headcount }));
  await sql`insert into needs.answer (id, campaign_id, organisation_id, state, fields, submitted_at)
    select a.id, ${id}, a.organisation, 'submitted',
      jsonb_strip_nulls(jsonb_build_object('headcount', a.headcount, 'certainty', 'средняя')), ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a(id uuid, organisation uuid, headcount int)`.execute(
    tx,
  );
  const ids = silent.map((it) => it.id);
  await sql`update needs.line set campaign_id = ${id} where kind <> 'project' and year > ${year}`.execute(tx);
  // the nearest two years of those who are silent are last year's words: they wait to be confirmed
  await sql`update needs.line set state = 'stated' where organisation_id = any(${ids}::uuid[]) and kind <> 'project'
    and year between ${year + 1} and ${year + 2}`.execute(tx);
}
