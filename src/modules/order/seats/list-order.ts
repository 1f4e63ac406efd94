import { sql } from 'kysely';
import type { z } from 'zod';
import { sortKey } from '../../../platform/i18n/sort-key.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract, type orderRow } from '../contract.ts';
import { resolveVariant } from '../variants/variant-row.ts';

type Row = z.output<typeof orderRow>;

/**
 * The order by programme code. A code's need is that of the year in which this intake can start to work; `planned`
 * is whom this order brings to it, `shortage` what stays open after those who already study and after the order.
 */
export const listOrder = useCase(contract.listOrder, {
  right: 'order.variant.read',
  async run({ input, tx }) {
    const variant = await resolveVariant(tx, input.id);
    const search = input.search?.trim() ? `%${sortKey(input.search)}%` : null;
    const { rows } = await sql<Row>`
      with seats as (
        select p.code, sum(s.seats)::int as seats, sum(s.last_year)::int as last_year, count(distinct p.organisation_id) filter (where s.seats > 0)::int as colleges,
          bool_or(s.reason is not null) as decided, max(p.months) as months
        from training_order.seat_line_v s join programmes.programme_v p on p.id = s.programme_id
        where s.variant_id = ${variant.id} and s.intake_year = ${variant.decisionYear} group by p.code
      ), years as (
        select p.code, ${variant.decisionYear} + ceil(max(p.months) / 12.0)::int as need_year
        from programmes.programme_v p where p.closed_on is null group by p.code
      ), planned as (
        -- only those who start in the very year the need is of; the army's returners come a year later
        select p.code, sum(b.people)::float8 as people from training_order.backing_v b
        join programmes.programme_v p on p.id = b.programme_id join years y on y.code = p.code and y.need_year = b.year
        where b.variant_id = ${variant.id} group by p.code
      ), needs as (
        select b.code, b.year, sum(b.need)::float8 as need, sum(b.low)::float8 as low, sum(b.high)::float8 as high, sum(b.pipeline)::float8 as pipeline
        from forecast.balance_v b where b.run_id = ${variant.forecastRunId} group by b.code, b.year
      )
      select y.code, coalesce(i.name, y.code) as name, i.parent as "fieldGroup", g.name as "fieldGroupName", y.need_year as "needYear",
        coalesce(n.need, 0) as need, coalesce(n.low, 0) as low, coalesce(n.high, 0) as high, coalesce(n.pipeline, 0) as pipeline,
        coalesce(pl.people, 0) as planned, greatest(0, coalesce(n.need, 0) - coalesce(n.pipeline, 0) - coalesce(pl.people, 0)) as shortage,
        coalesce(s.seats, 0) as seats, coalesce(s.last_year, 0) as "lastYear", h.seats as hint, coalesce(s.colleges, 0) as colleges,
        coalesce(s.decided, false) as decided
      from years y left join seats s on s.code = y.code left join planned pl on pl.code = y.code
      left join needs n on n.code = y.code and n.year = y.need_year
      left join forecast.hint_v h on h.run_id = ${variant.forecastRunId} and h.code = y.code and h.intake_year = ${variant.decisionYear}
      left join classifiers.item_v i on i.list = 'spo' and i.code = y.code
      left join classifiers.item_v g on g.list = 'ugs' and g.code = i.parent
      where (coalesce(s.seats, 0) > 0 or coalesce(s.last_year, 0) > 0 or coalesce(n.need, 0) > 0)
        and (${input.group ?? null}::text is null or i.parent = ${input.group ?? null})
        and (${search}::text is null or i.sort_key like ${search} or y.code like ${search})
      order by ${input.shortageFirst ? sql`greatest(0, coalesce(n.need, 0) - coalesce(n.pipeline, 0) - coalesce(pl.people, 0)) desc,` : sql``} i.parent nulls last, y.code`.execute(
      tx,
    );
    const { id, version, decisionYear, state } = variant;
    return { variant: { id, version, decisionYear, state }, rows };
  },
});
