import { sql } from 'kysely';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { districtNeed } from './district-need.ts';

/** How far seats count as near, km. */
const NEAR = 50;

/** A district on one sheet: what its enterprises need, its own school leavers, the seats near by. */
export const districtSheet = useCase(contract.districtSheet, {
  right: 'order.district.read',
  async run({ input, tx, actor, scope, today }) {
    const id = scope === 'all' ? (input.municipalityId ?? actor.municipalityId) : actor.municipalityId;
    if (!id) throw refuse('order:error.chooseDistrict');
    const place = await sql<{ id: string; name: string; isRural: boolean; zone: string }>`
      select id, name, is_rural as "isRural", zone_name as zone from registry.municipality_v where id = ${id}`.execute(
      tx,
    );
    const need = await districtNeed(tx, id, today);
    const leavers = await sql<{
      year: number;
      grade9: number;
      grade11: number;
    }>`select year, grade9, grade11 from training_order.applicants_v
      where municipality_id = ${id} and year > ${Number(today.slice(0, 4))} order by year limit 1`.execute(
      tx,
    );
    const near = await sql<{
      college: string;
      municipality: string;
      km: number;
      byRoad: boolean;
      code: string;
      name: string;
      seats: number;
    }>`
      select p.college, m.name as municipality, d.km::float8 as km, d.by_road as "byRoad", p.code, p.name, sum(s.seats)::int as seats
      from programmes.seat_line_v s join programmes.programme_v p on p.id = s.programme_id
      join registry.distance_v d on d.from_id = ${id} and d.to_id = p.municipality_id join registry.municipality_v m on m.id = p.municipality_id
      where s.funding <> 'paid' and s.intake_year = (select max(intake_year) from programmes.seat_line_v) and d.km <= ${NEAR * 3}
      group by 1, 2, 3, 4, 5, 6 having sum(s.seats) > 0 order by d.km, p.college, p.code`.execute(tx);
    return {
      municipality: found(place.rows[0]),
      need,
      applicants: leavers.rows[0] ?? null,
      seatsNear: near.rows,
      seatsWithin50: near.rows.filter((row) => row.km <= NEAR).reduce((sum, row) => sum + row.seats, 0),
    };
  },
});
