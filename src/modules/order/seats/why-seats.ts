import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type SeatRow, seatColumns } from './seat-row.ts';

interface Sentence {
  id: string;
  params: Record<string, string | number>;
}

interface Why {
  answer: Sentence;
  waterfall: { id: string; people: number }[];
  binding: Sentence[];
  forces: (Sentence & { weight: number })[];
}

interface Line {
  id: string | null;
  organisation: string | null;
  municipality: string | null;
  occupation: string;
  year: number;
  people: number;
  restricted: boolean;
}

type Row = SeatRow & {
  why: Why | null;
  decidedBy: string | null;
  decidedAt: string | null;
  hint: {
    seats: number;
    facts: { need: number; pipeline: number; otherSupply: number; yield: number };
  } | null;
};

/** «Почему столько мест?»: the way of the number, the limits it met, and the need lines that stand behind it. */
export const whySeats = useCase(contract.whySeats, {
  right: 'order.seat.read',
  async run({ input, tx, actor, scope }) {
    const { rows } = await sql<Row>`select ${seatColumns}, o.why, o.decided_at as "decidedAt",
        (select short_name from registry.person_v d where d.id = coalesce(o.decided_by, v.prepared_by)) as "decidedBy",
        (select jsonb_build_object('seats', h.seats, 'facts', h.facts) from forecast.hint_v h
          where h.run_id = v.forecast_run_id and h.code = p.code and h.intake_year = v.decision_year) as hint
      from training_order.seat_line_v s join training_order.seat_line o on o.id = s.id
      join training_order.variant_v v on v.id = s.variant_id join programmes.programme_v p on p.id = s.programme_id
      where s.variant_id = ${input.variantId} and s.programme_id = ${input.programmeId} and s.intake_year = coalesce(${input.year ?? null}::int, v.decision_year)
        and ${within(scope, actor, { organisation: 'p.organisation_id', municipality: 'p.municipality_id' })}`.execute(
      tx,
    );
    const { why, decidedBy, decidedAt, hint, ...seat } = found(rows[0]);
    const behind =
      await sql<Line>`select l.id, l.organisation, l.municipality, coalesce(i.name, b.occupation) as occupation, b.year,
        sum(b.people)::float8 as people, coalesce(l.access_class = 'restricted', false) and ${scope !== 'all'}::boolean as restricted
      from training_order.backing_v b left join needs.line_v l on l.id = b.need_line_id
      left join classifiers.item_v i on i.list = 'occupation' and i.code = b.occupation
      where b.variant_id = ${input.variantId} and b.programme_id = ${input.programmeId}
      group by l.id, l.organisation, l.municipality, l.access_class, i.name, b.occupation, b.year order by people desc, l.id`.execute(
        tx,
      );
    const lines = behind.rows.filter(
      (line): line is Line & { id: string; organisation: string; municipality: string } => line.id !== null,
    );
    const open = lines.filter((line) => !line.restricted);
    const people = (list: readonly Line[]) => list.reduce((sum, line) => sum + line.people, 0);
    return {
      seat,
      answer: why?.answer ?? {
        id: 'why.none',
        params: { college: seat.college, programme: `${seat.code} ${seat.name}`, count: seat.seats },
      },
      waterfall: why?.waterfall ?? [],
      binding: why?.binding ?? [],
      forces: why?.forces ?? [],
      backing: {
        lines: open.map(({ restricted: _, ...line }) => line),
        linePeople: people(lines),
        modelPeople: people(behind.rows.filter((line) => line.id === null)),
        enterprises: new Set(lines.map((line) => line.organisation)).size,
        hidden: lines.length - open.length,
      },
      hint: hint
        ? {
            seats: hint.seats,
            need: hint.facts.need,
            pipeline: hint.facts.pipeline,
            other: hint.facts.otherSupply,
            yield: hint.facts.yield,
          }
        : null,
      decision: seat.reason ? { reason: seat.reason, by: decidedBy, at: decidedAt } : null,
    };
  },
  can: ({ may }) => ({ decide: may('order.variant.start'), ask: may('order.variant.start') }),
});
