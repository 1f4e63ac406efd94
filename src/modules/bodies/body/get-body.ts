import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { type BODY_KINDS, contract, type POSTS } from '../contract.ts';
import type { MeetingState } from '../states.ts';
import { rowColumns } from './row-columns.ts';
import { visible } from './visible.ts';

interface Head {
  id: string;
  kind: (typeof BODY_KINDS)[number];
  name: string;
  organisationId: string;
  organisationName: string | null;
  members: number;
  lastMeeting: string | null;
  nextMeeting: string | null;
  open: number;
  overdue: number;
  closedOn: string | null;
  quorumPercent: number;
  ground: string | null;
  rev: number;
}
interface Member {
  id: string;
  personId: string;
  name: string;
  organisationName: string | null;
  post: (typeof POSTS)[number];
  from: string | null;
  to: string | null;
}
interface Meeting {
  id: string;
  number: string;
  heldOn: string;
  state: MeetingState;
  decisions: number;
}
interface Decision {
  id: string;
  text: string;
  ownerId: string | null;
  owner: string | null;
  due: string | null;
  doneOn: string | null;
  doneNote: string | null;
  meetingId: string;
  number: string;
}

export const getBody = useCase(contract.getBody, {
  right: 'bodies.body.read',
  async run({ input, tx, actor, scope, today }) {
    const heads =
      await sql<Head>`select ${rowColumns(today)}, b.quorum_percent as "quorumPercent", b.ground, b.rev
      from bodies.body b where b.id = ${input.id} and ${visible(scope, actor)}`.execute(tx);
    const head = found(heads.rows[0]);
    const members =
      await sql<Member>`select m.id, m.person_id as "personId", p.full_name as name, o.short_name as "organisationName",
        m.post, lower(m.valid) as "from", upper(m.valid) - 1 as "to"
      from bodies.member m join registry.person_v p on p.id = m.person_id
      left join registry.organisation_v o on o.id = m.organisation_id
      where m.body_id = ${input.id} order by (m.valid @> ${today}::date) desc,
        array_position(array['chair', 'deputy_chair', 'secretary', 'member'], m.post), p.sort_key`.execute(
        tx,
      );
    const meetings = await sql<Meeting>`select g.id, g.number, g.held_on as "heldOn", g.state,
        (select count(*)::int from bodies.decision_v d where d.meeting_id = g.id) as decisions
      from bodies.meeting g where g.body_id = ${input.id} order by g.held_on desc, g.id`.execute(tx);
    const decisions =
      await sql<Decision>`select d.id, d.text, d.owner_id as "ownerId", p.short_name as owner, d.due,
        d.done_on as "doneOn", x.done_note as "doneNote", d.meeting_id as "meetingId", g.number
      from bodies.decision_v d join bodies.decision x on x.id = d.id join bodies.meeting g on g.id = d.meeting_id
      left join registry.person_v p on p.id = d.owner_id
      where d.body_id = ${input.id} and d.meeting_state = 'signed'
      order by (d.done_on is not null), d.due nulls last, d.id`.execute(tx);
    return { ...head, memberRows: members.rows, meetings: meetings.rows, decisions: decisions.rows };
  },
  can: ({ data, actor, may }) => {
    const right = actor.rights['bodies.body.edit'];
    const keeps =
      may('bodies.body.edit') && (right === 'all' || data.organisationId === actor.organisationId);
    return { edit: keeps, plan: keeps && data.closedOn === null };
  },
});
