import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { contract } from '../contract.ts';
import { papersOf } from './board-row.ts';
import { isMinor, logGaps } from './judge-course.ts';
import { type Facts, readFacts } from './placement-facts.ts';

type Output = z.output<NonNullable<(typeof contract.listTrainees)['~orpc']['outputSchema']>>;
export type Card = Output['data']['rows'][number];

interface More {
  id: string;
  plan: string;
  kind: Card['kind'];
  group: string;
  programme: string;
  college: string;
  address: string;
  works: string;
  supervisor: string | null;
  lodging: Card['lodging'];
  transport: Card['transport'];
  pay: number;
  studentName: string;
  log: Card['log'];
}

const leaveHomeOf = (facts: Facts): Card['leaveHome'] =>
  facts.leaveHome ?? (facts.homeId !== null && facts.homeId === facts.hostPlaceId ? 'needless' : 'asked');

/** Placements as their host, mentor and student see them. */
export async function readCards(tx: Tx, where: RawBuilder<boolean>, today: string): Promise<Card[]> {
  const facts = await readFacts(tx, where);
  if (facts.length === 0) return [];
  const { rows } = await sql<More>`select p.id, n.title as plan, n.kind, g.code as "group",
      g.programme_code || ' ' || g.programme_name as programme, c.short_name as college, f.address, f.works,
      s.short_name as supervisor, f.lodging, f.transport, f.pay, r.full_name as "studentName",
      coalesce((select jsonb_agg(jsonb_build_object('day', d.day, 'note', d.note, 'minutes', d.minutes,
        'confirmed', d.confirmed_at is not null) order by d.day desc) from practice.log_day d where d.placement_id = p.id), '[]') as log
    from practice.placement p join practice.plan n on n.id = p.plan_id
    join programmes.study_group_v g on g.id = n.group_id
    join registry.organisation_v c on c.id = p.organisation_id
    join practice.offer f on f.id = p.offer_id
    join registry.person_v r on r.id = p.person_id
    left join registry.person_v s on s.id = p.supervisor_id
    where p.id in (${sql.join(facts.map(({ id }) => id))})`.execute(tx);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return facts.flatMap((one): Card[] => {
    const more = byId.get(one.id);
    if (!more) return [];
    return [
      {
        ...more,
        state: one.state,
        host: one.host,
        offer: one.offer,
        from: one.from,
        to: one.to,
        timetable: one.timetable,
        mentor: one.mentors.map(({ name }) => name).join(', ') || null,
        papers: papersOf(one, today),
        gaps: logGaps(one, today),
        leaveHome: leaveHomeOf(one),
        grade: one.grade,
        minor: isMinor(one),
        briefingOn: one.briefingOn,
        rev: one.rev,
      },
    ];
  });
}
