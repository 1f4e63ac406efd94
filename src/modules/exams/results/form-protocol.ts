import { sql } from 'kysely';
import { withdrawSignatures } from '../../../platform/signing/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { type Session, seatsOf } from '../sessions/load-session.ts';
import type { CriterionPoints } from './put-result.ts';
import { recordHash } from './records.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'change' | 'emit'>;

export interface ProtocolLine {
  examineeId: string;
  resultId: string | null;
  name: string;
  group: string;
  workplace: number | null;
  present: boolean;
  startedAt: string | null;
  endedAt: string | null;
  points: number | null;
  max: number | null;
  criteria: CriterionPoints[];
  correction: string | null;
}
export interface ProtocolContent {
  number: string;
  version: number;
  exam: string;
  kit: string;
  programme: string;
  level: string;
  college: string;
  centre: string;
  day: string;
  regime: string;
  source: string;
  chief: string;
  experts: string[];
  technical: string;
  witness: string;
  draw: string | null;
  /** Experts whose marks of an examinee are in question because of a tie found after the start. */
  flags: { expert: string; workplace: number | null }[];
  ground: string | null;
  lines: ProtocolLine[];
}

async function linesOf(tx: Args['tx'], sessionId: string): Promise<ProtocolLine[]> {
  const { rows } =
    await sql<ProtocolLine>`select e.id as "examineeId", r.id as "resultId", p.full_name as name, g.code as "group",
      e.workplace, coalesce(e.present, false) as present, e.started_at as "startedAt", e.ended_at as "endedAt", r.points, r.max,
      coalesce(r.criteria, '[]'::jsonb) as criteria, r.ground as correction
    from exams.examinee e join registry.person_v p on p.id = e.person_id join programmes.study_group_v g on g.id = e.group_id
    left join lateral (select * from exams.result where examinee_id = e.id order by made_at desc, id desc limit 1) r on true
    where e.session_id = ${sessionId} order by e.workplace nulls last, p.sort_key, e.id`.execute(tx);
  return rows;
}

/** The protocol as it stands now, as a new version with its hash; signatures under an older one no longer count. */
export async function formProtocol(args: Args, session: Session, ground: string | null): Promise<string> {
  const { tx, actor, now, newId } = args;
  const { rows } = await sql<{
    version: number;
    hash: string | null;
  }>`select coalesce(max(version), 0)::int as version,
    (select hash from exams.draw where session_id = ${session.id}) as hash from exams.protocol where session_id = ${session.id}`.execute(
    tx,
  );
  const version = (rows[0]?.version ?? 0) + 1;
  const seats = (await seatsOf(tx, session.id)).filter(({ state }) => state === 'confirmed');
  const names = (role: string) => seats.filter((one) => one.role === role).map(({ name }) => name);
  const { rows: flags } = await sql<
    ProtocolContent['flags'][number]
  >`select distinct p.short_name as expert, e.workplace
    from exams.incident i join registry.person_v p on p.id = i.person_id join exams.examinee e on e.id = i.examinee_id
    where i.session_id = ${session.id} and i.kind = 'tie' order by 1, 2`.execute(tx);
  const number = `${session.code}/${version}`;
  const content: ProtocolContent = {
    number,
    version,
    exam: session.code,
    kit: session.kitCode,
    level: session.level,
    day: session.day,
    regime: session.regime,
    programme: `${session.programmeCode} ${session.programmeName}`,
    college: session.college,
    centre: session.centre,
    source: session.source,
    chief: names('chief')[0] ?? '',
    experts: names('line'),
    technical: names('technical').join(', '),
    witness: names('witness').join(', '),
    draw: rows[0]?.hash ?? null,
    flags,
    ground,
    lines: await linesOf(tx, session.id),
  };
  const id = newId();
  const hash = recordHash(content);
  if (version > 1)
    await withdrawSignatures(args, { kind: 'exams.protocol', id: session.id }, ground ?? number);
  await sql`insert into exams.protocol (id, session_id, version, number, content, hash, ground, made_by, made_at)
    values (${id}, ${session.id}, ${version}, ${number}, ${JSON.stringify(content)}::jsonb, ${hash}, ${ground}, ${actor.personId}, ${now})`.execute(
    tx,
  );
  args.change({
    subject: { kind: 'exams.protocol', id: session.id, organisationId: session.organisationId },
    after: { records: { [id]: hash }, number, version, ground },
  });
  return hash;
}
