import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { pathNode } from '../schemas.ts';
import { type Knot, walkBack } from './walk-back.ts';

type Node = z.input<typeof pathNode>;

const node = (kind: Node['kind'], it: Partial<Node> | null): Node => ({
  id: null,
  title: null,
  note: null,
  on: null,
  people: null,
  link: null,
  ...it,
  kind,
});

interface Forward {
  id: string;
  title: string;
  startedOn: string;
}

/**
 * «Путь»: from a hire or an offer back to the need line, or from a need line forward to those who came. The employer
 * walks its own ways, a college those of its graduates, offices all of them without names.
 */
export const getPath = useCase(contract.getPath, {
  right: 'hiring.path.read',
  async run({ input, tx, actor, scope }) {
    const reach = {
      all: scope === 'all',
      own: actor.verified ? actor.organisationId : null,
    };
    if (input.from === 'need') return fromNeed(tx, input.id, reach);
    const { rows } =
      await sql<Knot>`select f.id as "offerId", h.id as "hireId", coalesce(h.organisation_id, f.organisation_id) as "organisationId",
        s.organisation_id as "collegeId", coalesce(h.person_id, f.person_id) as "personId", s.id as "studentId",
        coalesce(h.need_line_id, f.need_line_id) as "needLineId"
      from hiring.offer f full join hiring.hire h on h.offer_id = f.id
      join programmes.student_v s on s.id = coalesce(h.student_id, f.student_id)
      where ${input.from === 'hire' ? sql`h.id = ${input.id}` : sql`f.id = ${input.id}`}
        and (${reach.all}::boolean or coalesce(h.organisation_id, f.organisation_id) = ${reach.own} or s.organisation_id = ${reach.own})`.execute(
        tx,
      );
    const knot = found(rows[0]);
    const nodes = (await walkBack(tx, knot, reach)).map((it) => node(it.kind, it));
    return { nodes, hires: [], hidden: nodes.filter((it) => it.id !== null && it.title === null).length };
  },
  reads: ({ input }) => ({ kind: `hiring.${input.from}`, id: input.id }),
});

interface Reach {
  all: boolean;
  own: string | null;
}

async function fromNeed(tx: Tx, id: string, { all, own }: Reach) {
  const line =
    await sql<Node>`select 'need' as kind, l.id, coalesce(i.name, l.occupation) as title, l.organisation as note, l.year::text as on,
      l.count as people, null as link
    from needs.line_v l left join classifiers.item_v i on i.list = 'occupation' and i.code = l.occupation
    where l.id = ${id} and (${all}::boolean or l.organisation_id = ${own})
      and (l.access_class is distinct from 'restricted' or l.organisation_id = ${own})`.execute(tx);
  const need = found(line.rows[0]);
  const seats = await sql<{
    programmes: string;
    people: number;
  }>`select string_agg(distinct g.code, ', ' order by g.code) as programmes,
      round(coalesce(sum(b.people), 0))::int as people
    from training_order.backing_v b join training_order.variant_v v on v.id = b.variant_id and v.state = 'approved'
    join programmes.programme_v g on g.id = b.programme_id where b.need_line_id = ${id}`.execute(tx);
  const backed = seats.rows[0];
  const hires =
    await sql<Forward>`select h.id, case when h.organisation_id = ${own} or s.organisation_id = ${own} then p.full_name
        else h.post end as title, h.started_on as "startedOn"
    from hiring.hire h join programmes.student_v s on s.id = h.student_id join registry.person_v p on p.id = h.person_id
    where h.need_line_id = ${id} order by h.started_on, h.id`.execute(tx);
  const counts = await sql<{ offers: number; agreed: number }>`select count(*)::int as offers,
      count(*) filter (where state in ('accepted', 'started'))::int as agreed
    from hiring.offer where need_line_id = ${id}`.execute(tx);
  const { offers = 0, agreed = 0 } = counts.rows[0] ?? {};
  const nodes: Node[] = [
    node('need', need),
    node('seat', backed?.programmes ? { id, title: backed.programmes, people: backed.people } : null),
    node('offer', offers > 0 ? { id, title: String(offers), people: agreed } : null),
    node(
      'hire',
      hires.rows.length > 0 ? { id, title: String(hires.rows.length), people: hires.rows.length } : null,
    ),
  ];
  return { nodes, hires: hires.rows, hidden: 0 };
}
