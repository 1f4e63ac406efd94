import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { missingSigners } from '../results/protocol-signers.ts';
import { leadsFrom, type SessionEvent, sessionStates } from '../states.ts';
import { conflictsOf, judgeSession } from './judge-session.ts';
import { asRow, type RawRow, rowColumns } from './list-sessions.ts';
import { loadSession, type Session, seatsOf, sessionFrom, visibleSession } from './load-session.ts';
import type { examineeView, incidentView, sessionCard } from './schemas.ts';

type Card = z.output<typeof sessionCard>;
const BEFORE = new Set(['planned', 'confirmed', 'prepared']);
/** Steps that a rule or another action takes by itself. */
const QUIET = new Set<SessionEvent>(['reopen', 'annul', 'suspend', 'cancel', 'resume']);

async function people(tx: Tx, s: Session, named: boolean) {
  const { rows } = await sql<z.output<typeof examineeView>>`select e.id, e.student_id as "studentId",
      case when ${named}::boolean then p.short_name else '' end as name, g.code as "group", e.attempt, e.workplace,
      e.briefed_at is not null as briefed, e.helper, e.identity_at is not null as identified, e.present, e.absence,
      e.started_at as "startedAt", e.ended_at as "endedAt", r.points, r.max, w.grade, coalesce(w.annulled, false) as annulled
    from exams.examinee e join registry.person_v p on p.id = e.person_id
    join programmes.study_group_v g on g.id = e.group_id
    left join lateral (select points, max from exams.result where examinee_id = e.id order by made_at desc, id desc limit 1) r on true
    left join exams.grade_v w on w.examinee_id = e.id
    where e.session_id = ${s.id} order by e.workplace nulls last, case when ${named}::boolean then p.sort_key else '' end, e.id`.execute(
    tx,
  );
  return rows;
}

async function incidents(tx: Tx, id: string, named: boolean) {
  const { rows } = await sql<
    z.output<typeof incidentView>
  >`select i.id, i.kind, i.text, i.code, i.at, p.short_name as expert,
      case when ${named}::boolean then q.short_name else 'exams:place|' || coalesce(e.workplace, 0)::text end as examinee, i.decision,
      (select count(*)::int from exams.mark m where i.kind = 'tie' and m.session_id = i.session_id and m.person_id = i.person_id
        and m.examinee_id = i.examinee_id) as marks
    from exams.incident i left join registry.person_v p on p.id = i.person_id
    left join exams.examinee e on e.id = i.examinee_id left join registry.person_v q on q.id = e.person_id
    where i.session_id = ${id} order by i.at, i.id`.execute(tx);
  return rows.map((one) => ({
    ...one,
    examinee: one.examinee?.startsWith('exams:place|') ? null : one.examinee,
  }));
}

async function next(tx: Tx, s: Session, today: string): Promise<Card['next']> {
  const events = sessionStates.transitions.filter((one) => leadsFrom(one, s.state) && !QUIET.has(one.event));
  const out: Card['next'] = [];
  for (const { event } of events) {
    const verdicts = await judgeSession(tx, s, event, today);
    const refusals = Object.entries(verdicts).flatMap(([rule, one]) =>
      one.is === 'refused' ? [{ rule, key: one.messageKey, params: one.params }] : [],
    );
    out.push({ event, refusals });
  }
  return out;
}

async function drawOf(tx: Tx, id: string): Promise<Card['draw']> {
  const { rows } = await sql<NonNullable<Card['draw']>>`select commitment, method, drawn_at as "drawnAt",
      case when drawn_at is not null then seed end as seed, beacon, witnesses from exams.draw where session_id = ${id}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

async function protocolOf(tx: Tx, s: Session): Promise<Card['protocol']> {
  const { rows } = await sql<{
    number: string;
    version: number;
    hash: string;
    madeAt: string;
  }>`select number, version, hash,
      made_at as "madeAt" from exams.protocol where session_id = ${s.id} order by version desc limit 1`.execute(
    tx,
  );
  return rows[0] ? { ...rows[0], ...(await missingSigners(tx, s.id, rows[0].hash)) } : null;
}

/** Experts know examinees by workplace alone until the protocol is signed; everybody else by name. */
export const seesNames = (role: string, state: Session['state']) =>
  role !== 'expert' ||
  ['planned', 'confirmed', 'prepared', 'protocol_signed', 'transferred_to_GEK', 'graded', 'closed'].includes(
    state,
  );

export const getSession = useCase(contract.getSession, {
  right: 'exams.session.read',
  async run({ input, tx, actor, scope, today }) {
    const s = await loadSession(tx, input.id, { where: visibleSession(scope, actor) });
    const { rows } = await sql<RawRow>`select ${rowColumns} from ${sessionFrom} where s.id = ${s.id}`.execute(
      tx,
    );
    const conflicts = BEFORE.has(s.state) ? await conflictsOf(tx, s) : [];
    const named = seesNames(actor.role, s.state);
    return {
      ...asRow(found(rows[0])),
      centreAddress: s.centreAddress,
      minutes: s.minutes,
      max: s.max,
      announcedOn: s.announcedOn,
      checkedOn: s.checkedOn,
      taskGivenAt: s.taskGivenAt,
      videoUntil: s.videoUntil,
      lockedAt: s.lockedAt,
      resultsOn: s.resultsOn,
      rev: s.rev,
      why: s.why ? (JSON.parse(s.why) as Card['why']) : null,
      seats: (await seatsOf(tx, s.id, true)).map((seat) => ({
        ...seat,
        conflicts: conflicts
          .filter(({ expertId }) => expertId === seat.personId)
          .map(({ code, severity, messageKey, params, students }) => ({
            code,
            severity,
            key: messageKey,
            params,
            students,
          })),
      })),
      people: await people(tx, s, named),
      incidentList: await incidents(tx, s.id, named),
      draw: await drawOf(tx, s.id),
      protocol: await protocolOf(tx, s),
      next: await next(tx, s, today),
    };
  },
  can: ({ data, actor, may }) => {
    const mine = data.seats.find(
      ({ personId, state }) => personId === actor.personId && state === 'confirmed',
    );
    return {
      plan: may('exams.session.plan') && data.state === 'planned',
      announce: may('exams.session.plan'),
      operate: may('exams.session.confirm'),
      confirm: may('exams.session.confirm') && data.state === 'planned',
      seat: may('exams.seat.edit') && BEFORE.has(data.state),
      lead:
        may('exams.day.lead') &&
        (actor.role === 'exam_operator_coordinator' || ['chief', 'technical'].includes(mine?.role ?? '')),
      mark:
        may('exams.mark.write') &&
        mine?.role === 'line' &&
        data.source === 'here' &&
        data.state === 'running',
      chief: mine?.role === 'chief',
      sign: mine?.role === 'chief' || mine?.role === 'line',
      type: may('exams.paper.type') && data.source === 'paper',
      grade: may('exams.board.grade'),
      card: may('exams.card.issue'),
      exchange: may('exams.federal.exchange'),
    };
  },
});
