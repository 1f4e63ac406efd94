import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { found } from '../../../platform/use-case/index.ts';
import type { POSTS } from '../contract.ts';
import { voteResult } from '../rules/count-votes.ts';
import type { MeetingState } from '../states.ts';

export interface StoredMeeting {
  id: string;
  bodyId: string;
  bodyName: string;
  organisationId: string;
  number: string;
  heldOn: string;
  place: string | null;
  state: MeetingState;
  rev: number;
  quorumPercent: number;
  minutesHash: string | null;
}
interface MemberRow {
  id: string;
  personId: string;
  name: string;
  organisationName: string | null;
  post: (typeof POSTS)[number];
  from: string | null;
  to: string | null;
  present: boolean;
}
interface DecisionRow {
  id: string;
  text: string;
  ownerId: string | null;
  owner: string | null;
  due: string | null;
  doneOn: string | null;
  doneNote: string | null;
}
interface ItemRow {
  id: string;
  title: string;
  speaker: string | null;
  minutes: string | null;
  withdrawn: boolean;
  votes: { for: number; against: number; abstain: number } | null;
  decisions: DecisionRow[];
}

/** A meeting the condition lets through; `b` is its body. */
export async function loadMeeting(
  tx: Tx,
  id: string,
  where: RawBuilder<boolean>,
  lock = false,
): Promise<StoredMeeting> {
  const { rows } = await sql<StoredMeeting>`select g.id, g.body_id as "bodyId", b.name as "bodyName",
      b.organisation_id as "organisationId", g.number, g.held_on as "heldOn", g.place, g.state, g.rev,
      b.quorum_percent as "quorumPercent", g.minutes_hash as "minutesHash"
    from bodies.meeting g join bodies.body b on b.id = g.body_id where g.id = ${id} and ${where}
    ${lock ? sql`for update of g` : sql``}`.execute(tx);
  return found(rows[0]);
}

/** Who were members on the day, in order of posts, and who of them came. */
export async function attendanceOf(tx: Tx, { id, bodyId, heldOn }: StoredMeeting): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`select m.id, m.person_id as "personId", p.full_name as name,
      o.short_name as "organisationName", m.post, lower(m.valid) as "from", upper(m.valid) - 1 as "to",
      coalesce(a.present, false) as present
    from bodies.member m join registry.person_v p on p.id = m.person_id
    left join registry.organisation_v o on o.id = m.organisation_id
    left join bodies.attendance a on a.member_id = m.id and a.meeting_id = ${id}
    where m.body_id = ${bodyId} and m.valid @> ${heldOn}::date
    order by array_position(array['chair', 'deputy_chair', 'secretary', 'member'], m.post), p.sort_key, m.id`.execute(
    tx,
  );
  return rows;
}

/** The agenda with votes and decisions, in its order. */
export async function itemsOf(tx: Tx, id: string, present: number) {
  const { rows } = await sql<ItemRow>`select i.id, i.title, i.speaker, i.minutes, i.withdrawn,
      case when i.votes_for is null then null else jsonb_build_object('for', i.votes_for, 'against', i.votes_against,
        'abstain', i.votes_abstain) end as votes,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'text', d.text, 'ownerId', d.owner_id, 'owner', p.short_name,
          'due', d.due, 'doneOn', d.done_on, 'doneNote', d.done_note) order by d.id)
        from bodies.decision d left join registry.person_v p on p.id = d.owner_id where d.agenda_item_id = i.id), '[]') as decisions
    from bodies.agenda_item i where i.meeting_id = ${id} order by i.place, i.id`.execute(tx);
  return rows.map(({ withdrawn, ...row }) => ({
    ...row,
    result: withdrawn ? ('withdrawn' as const) : voteResult(row.votes, present),
  }));
}

export const documentOf = (id: string, hash: string | null) => ({
  kind: 'bodies.minutes',
  id,
  hash: hash ?? '',
});
