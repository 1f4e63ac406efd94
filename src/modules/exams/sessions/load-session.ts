import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type Scope, within } from '../../../platform/rights/index.ts';
import { type Actor, found } from '../../../platform/use-case/index.ts';
import type { SessionState } from '../states.ts';

export interface Session {
  id: string;
  code: string;
  state: SessionState;
  stateBefore: SessionState | null;
  why: string | null;
  regime: 'WSR_2020' | 'ORDER_800';
  kitId: string;
  kitCode: string;
  kitState: string;
  kitNewer: boolean;
  programmeCode: string;
  programmeName: string;
  skill: string | null;
  level: 'PA' | 'BU' | 'PU' | 'PV';
  max: number;
  minutes: number;
  experts: { upTo: number; experts: number }[];
  judges: number;
  spread: number;
  judged: boolean;
  centreId: string;
  centre: string;
  centreAddress: string;
  centreOrganisationId: string;
  organisationId: string;
  college: string;
  attestationId: string | null;
  day: string;
  startsAt: number;
  checkOn: string;
  workplaces: number;
  source: 'here' | 'federal' | 'paper';
  announcedOn: string | null;
  checkedOn: string | null;
  taskGivenAt: string | null;
  videoUntil: string | null;
  lockedAt: string | null;
  resultsOn: string | null;
  rev: number;
}

export const sessionSelect = sql`s.id, s.code, s.state, s.state_before as "stateBefore", s.why, s.regime, s.kit_id as "kitId",
  k.code as "kitCode", k.state as "kitState",
  exists (select 1 from exams.kit n where n.code = k.code and n.edition > k.edition and n.state = 'approved') as "kitNewer",
  k.programme_code as "programmeCode", k.programme_name as "programmeName", k.skill, k.level, k.max, k.minutes, k.experts,
  k.judges, k.spread, exists (select 1 from exams.kit_aspect a where a.kit_id = k.id and a.kind = 'judgement') as judged,
  s.centre_id as "centreId", c.name as centre, c.address as "centreAddress", c.organisation_id as "centreOrganisationId",
  s.organisation_id as "organisationId", o.short_name as college, s.attestation_id as "attestationId", s.day,
  s.starts_at as "startsAt", s.check_on as "checkOn", s.workplaces, s.source, s.announced_on as "announcedOn",
  s.checked_on as "checkedOn", s.task_given_at as "taskGivenAt", s.video_until as "videoUntil", s.locked_at as "lockedAt",
  s.results_on as "resultsOn", s.rev`;

// the college is looked up for each exam: joined flat, a planner names every organisation of the region first
export const sessionFrom = sql`exams.session s join exams.kit k on k.id = s.kit_id join exams.centre_v c on c.id = s.centre_id
  join lateral (select * from registry.organisation_v x where x.id = s.organisation_id offset 0) o on true`;

/** The seats of this person: who is called to an exam, or sits in it. */
const seated = (personId: string | null) => sql<boolean>`exists (select 1 from exams.session_expert x
  where x.session_id = s.id and x.person_id = ${personId} and x.state in ('invited', 'confirmed'))`;
const ownGroups = (personId: string | null) => sql<boolean>`exists (select 1 from exams.examinee e
  join programmes.study_group_v g on g.id = e.group_id where e.session_id = s.id and g.curator_id = ${personId})`;

/** Which sessions this actor may see under a scope: the own college's, or those of the own seat or group. */
export const visibleSession = (
  scope: Scope,
  actor: Pick<Actor, 'organisationId' | 'municipalityId' | 'personId' | 'role'>,
): RawBuilder<boolean> =>
  within(scope, actor, {
    organisation: 's.organisation_id',
    assigned: actor.role === 'college_curator' ? ownGroups(actor.personId) : seated(actor.personId),
  });

/** One session by id under a condition, locked when it is about to change. */
export async function loadSession(
  tx: Tx,
  id: string,
  { where = sql<boolean>`true`, lock = false }: { where?: RawBuilder<boolean>; lock?: boolean } = {},
): Promise<Session> {
  const { rows } =
    await sql<Session>`select ${sessionSelect} from ${sessionFrom} where s.id = ${id} and ${where}
    ${lock ? sql`for update of s` : sql``}`.execute(tx);
  return found(rows[0]);
}

export interface Seat {
  id: string;
  personId: string;
  name: string;
  role: 'chief' | 'line' | 'technical' | 'witness';
  state: 'invited' | 'confirmed' | 'declined' | 'released';
  ofEmployers: boolean;
  organisation: string | null;
  briefed: boolean;
}

/** The seats of an exam that stand: asked or confirmed. */
export async function seatsOf(tx: Tx, sessionId: string, all = false): Promise<Seat[]> {
  const { rows } =
    await sql<Seat>`select x.id, x.person_id as "personId", p.short_name as name, x.role, x.state,
      x.of_employers as "ofEmployers", e.organisation, x.briefed_at is not null as briefed
    from exams.session_expert x join registry.person_v p on p.id = x.person_id
    left join specialists.expert_v e on e.person_id = x.person_id
    where x.session_id = ${sessionId} and (${all}::boolean or x.state in ('invited', 'confirmed'))
    order by array_position(array['chief', 'line', 'technical', 'witness'], x.role), p.sort_key`.execute(tx);
  return rows;
}

export interface Examinee {
  id: string;
  studentId: string;
  personId: string;
  name: string;
  group: string;
  attempt: number;
  workplace: number | null;
  briefed: boolean;
  helper: string | null;
  helperOn: string | null;
  identified: boolean;
  present: boolean | null;
  absence: 'valid' | 'unexcused' | null;
  startedAt: string | null;
  endedAt: string | null;
}

/** The examinees of a session, by workplace and then by name. */
export async function examineesOf(tx: Tx, sessionId: string): Promise<Examinee[]> {
  const { rows } =
    await sql<Examinee>`select e.id, e.student_id as "studentId", e.person_id as "personId", p.short_name as name,
      g.code as "group", e.attempt, e.workplace, e.briefed_at is not null as briefed, e.helper, e.helper_on as "helperOn",
      e.identity_at is not null as identified, e.present, e.absence, e.started_at as "startedAt", e.ended_at as "endedAt"
    from exams.examinee e join registry.person_v p on p.id = e.person_id
    join programmes.study_group_v g on g.id = e.group_id
    where e.session_id = ${sessionId} order by e.workplace nulls last, p.sort_key, e.id`.execute(tx);
  return rows;
}
