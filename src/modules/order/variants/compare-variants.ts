import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type StoredRow, toVariant, variantColumns } from './variant-row.ts';

interface Change {
  programmeId: string;
  code: string;
  name: string;
  college: string;
  from: number;
  to: number;
}

export const compareVariants = useCase(contract.compareVariants, {
  right: 'order.variant.read',
  async run({ input, tx }) {
    const { rows } =
      await sql<StoredRow>`select ${variantColumns} from training_order.variant_v v where v.id in (${input.a}, ${input.b})`.execute(
        tx,
      );
    const of = (id: string) => toVariant(found(rows.find((row) => row.id === id)));
    const seats = (id: string) => sql`select s.programme_id, s.seats from training_order.seat_line_v s
      join training_order.variant_v v on v.id = s.variant_id where s.variant_id = ${id} and s.intake_year = v.decision_year`;
    const changes = await sql<Change>`
      select p.id as "programmeId", p.code, p.name, p.college, coalesce(a.seats, 0) as "from", coalesce(b.seats, 0) as "to"
      from (${seats(input.a)}) a full join (${seats(input.b)}) b on b.programme_id = a.programme_id
      join programmes.programme_v p on p.id = coalesce(a.programme_id, b.programme_id)
      where coalesce(a.seats, 0) <> coalesce(b.seats, 0) order by abs(coalesce(b.seats, 0) - coalesce(a.seats, 0)) desc, p.code, p.college`.execute(
      tx,
    );
    return { a: of(input.a), b: of(input.b), rows: changes.rows };
  },
});
