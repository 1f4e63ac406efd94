import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found, type Refusal, refuse } from '../../../platform/use-case/index.ts';

interface Wanted {
  sessionId: string;
  centreId: string;
  day: string;
  workplaces: number;
}

/** Takes so many free workplaces of a centre for a day, the lowest numbers first. */
export async function takeWorkplaces(
  tx: Tx,
  { sessionId, centreId, day, workplaces }: Wanted,
): Promise<void> {
  // two plans for one centre follow one another, so that neither counts the other's places as free
  const { rows } = await sql<{
    name: string;
    workplaces: number;
    closedOn: string | null;
  }>`select name, workplaces,
    closed_on as "closedOn" from exams.centre where id = ${centreId} for update`.execute(tx);
  const centre = found(rows[0]);
  if (centre.closedOn && centre.closedOn <= day)
    throw refuse('exams:error.centreClosed', { name: centre.name, day: centre.closedOn });
  const { rows: taken } = await sql<{
    number: number;
  }>`insert into exams.workplace_day (centre_id, number, day, session_id)
    select ${centreId}, n, ${day}, ${sessionId} from generate_series(1, ${centre.workplaces}::int) n
    where not exists (select 1 from exams.workplace_day w where w.centre_id = ${centreId} and w.day = ${day}::date and w.number = n)
    order by n limit ${workplaces} returning number`.execute(tx);
  if (taken.length < workplaces)
    throw refuse(
      'exams:rule.EX-01.workplace',
      { name: centre.name, free: taken.length, workplaces, day },
      {
        status: 409,
        rule: 'EX-01',
        fields: [
          {
            path: 'workplaces',
            key: 'exams:rule.EX-01.workplace',
            params: { name: centre.name, free: taken.length, workplaces, day },
          },
        ],
      },
    );
}

type As = 'examinee' | 'chief' | 'line' | 'technical' | 'witness';

interface Day {
  day: string;
  sessionId: string;
}

/** A person is in one exam a day, whatever for. */
export const takePersonDay = (
  tx: Tx,
  { personId, as, ...rest }: Day & { personId: string; as: As },
): Promise<void> => takePersonDays(tx, { ...rest, persons: [personId], as });

/** The same for many people at once; the first of them who is elsewhere that day is named. */
export async function takePersonDays(
  tx: Tx,
  { persons, as, ...rest }: Day & { persons: readonly string[]; as: As },
): Promise<void> {
  const [refusal] = await tryPersonDays(tx, {
    ...rest,
    people: persons.map((personId) => ({ personId, as })),
  });
  if (refusal) throw refusal[1];
}

/** Takes the day of whoever is free; whoever is in another exam that day is answered with the refusal that names it. */
export async function tryPersonDays(
  tx: Tx,
  { people, day, sessionId }: Day & { people: readonly { personId: string; as: As }[] },
): Promise<Map<string, Refusal>> {
  const { rows } = await sql<{
    personId: string;
  }>`insert into exams.person_day (person_id, day, session_id, as_what)
    select x."personId", ${day}::date, ${sessionId}::uuid, x."as"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as x ("personId" uuid, "as" text)
    on conflict do nothing returning person_id as "personId"`.execute(tx);
  const taken = new Set(rows.map(({ personId }) => personId));
  const refusals = new Map<string, Refusal>();
  for (const { personId } of people) {
    if (taken.has(personId)) continue;
    const busy = await sql<{
      name: string;
      session: string;
    }>`select p.short_name as name, s.code as session from exams.person_day d join exams.session s on s.id = d.session_id
      join registry.person_v p on p.id = d.person_id where d.person_id = ${personId} and d.day = ${day}::date`.execute(
      tx,
    );
    const { name, session } = found(busy.rows[0]);
    refusals.set(
      personId,
      refuse('exams:rule.EX-01.person', { name, session, day }, { status: 409, rule: 'EX-01' }),
    );
  }
  return refusals;
}

/** Gives back what an exam held of days and workplaces. */
export async function giveBack(tx: Tx, sessionId: string): Promise<void> {
  await sql`delete from exams.workplace_day where session_id = ${sessionId}`.execute(tx);
  await sql`delete from exams.person_day where session_id = ${sessionId}`.execute(tx);
}
