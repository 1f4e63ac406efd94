import { sql } from 'kysely';
import { beginState } from '../../../platform/states/index.ts';
import { found, notFound, type RunArgs, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { regimeOn } from '../regimes/index.ts';
import { sessionStates } from '../states.ts';
import { admit } from './admit-students.ts';
import { calendar } from './judge-session.ts';
import { loadSession, type Session } from './load-session.ts';
import { takeWorkplaces } from './take-workplaces.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'newId' | 'change'>;
export interface NewSession {
  kitId: string;
  centreId: string;
  organisationId: string;
  day: string;
  startsAt: number;
  checkOn?: string;
  workplaces: number;
  source: 'here' | 'federal' | 'paper';
  studentIds: readonly string[];
  federalCode?: string | null;
}
interface Kit {
  code: string;
  regime: string;
  state: string;
  programmeCode: string;
  year: number;
}

/** A new exam: its regime is the kit's, and must be in force on the day; its workplaces are taken for the day. */
export async function insertSession(args: Args, s: NewSession): Promise<{ id: string; code: string }> {
  const { id, code } = await beginSession(args, s);
  return { id, code };
}

/** The same for who goes on with the exam at once. */
export async function beginSession(args: Args, s: NewSession): Promise<Session> {
  const { tx, actor, newId } = args;
  if (s.day <= args.today)
    throw refuse(
      'exams:error.dayPast',
      { day: s.day },
      { fields: [{ path: 'day', key: 'exams:error.dayPast', params: { day: s.day } }] },
    );
  const { rows } =
    await sql<Kit>`select code, regime, state, programme_code as "programmeCode", year from exams.kit
    where id = ${s.kitId} for share`.execute(tx);
  const kit = found(rows[0]);
  const at = (path: string, key: string, params: Record<string, unknown>) =>
    refuse(key, params, { fields: [{ path, key, params }] });
  if (kit.state !== 'approved') throw at('kitId', 'exams:rule.DE20-01', { code: kit.code });
  if (regimeOn(s.day)?.id !== kit.regime)
    throw at('kitId', 'exams:error.regime', { code: kit.code, day: s.day });
  const checkOn = s.checkOn ?? calendar.addWorkingDays(s.day, -1);
  if (checkOn >= s.day) throw at('checkOn', 'exams:error.checkBefore', { day: s.day });
  const year = s.day.slice(0, 4);
  // numbers of a year follow one another
  await sql`select pg_advisory_xact_lock(hashtext(${`exams.session.${year}`}))`.execute(tx);
  const { rows: last } = await sql<{
    n: number;
  }>`select coalesce(max(split_part(code, '-', 3)::int), 0)::int as n from exams.session
    where code like ${`ДЭ-${year}-%`}`.execute(tx);
  const code = `ДЭ-${year}-${String((last[0]?.n ?? 0) + 1).padStart(4, '0')}`;
  const { rows: programmes } = await sql<{
    id: string;
  }>`select id from exams.attestation where organisation_id = ${s.organisationId}
    and programme_code = ${kit.programmeCode} and graduation_year = ${Number(year)}`.execute(tx);
  const id = newId();
  await sql`insert into exams.session (id, code, kit_id, regime, centre_id, organisation_id, attestation_id, day, starts_at,
      check_on, workplaces, source, state, planned_by, federal_code, is_demo)
    values (${id}, ${code}, ${s.kitId}, ${kit.regime}, ${s.centreId}, ${s.organisationId}, ${programmes[0]?.id ?? null}, ${s.day},
      ${s.startsAt}, ${checkOn}, ${s.workplaces}, ${s.source}, ${sessionStates.initial}, ${actor.personId}, ${s.federalCode ?? null},
      (select is_demo from registry.organisation_v where id = ${s.organisationId}))`.execute(tx);
  await takeWorkplaces(tx, { sessionId: id, centreId: s.centreId, day: s.day, workplaces: s.workplaces });
  await beginState(args, sessionStates, id);
  args.change({
    subject: { kind: 'exams.session', id, organisationId: s.organisationId },
    after: { code, kit: kit.code, day: s.day, workplaces: s.workplaces, source: s.source },
  });
  const session = await loadSession(tx, id);
  if (s.studentIds.length > 0) await admit(args, session, s.studentIds);
  return session;
}

export const planSession = useCase(contract.planSession, {
  right: 'exams.session.plan',
  async run(args) {
    const { input, actor, scope } = args;
    const organisationId = found(input.organisationId ?? actor.organisationId);
    if (scope !== 'all' && organisationId !== actor.organisationId) throw notFound();
    return insertSession(args, { ...input, organisationId });
  },
});
