import { sql } from 'kysely';
import { settingOn } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { publicationLimits, tells } from '../../needs/index.ts';
import { contract } from '../contract.ts';

interface Counted {
  people: number;
  hosts: number;
  largest: number;
}
interface Near {
  id: string;
  host: string;
  title: string;
  place: string;
  km: number;
  free: number;
}

/**
 * What practice gives a district (M-36, R-12): counts of this school year, nobody by name; a number behind which
 * stand too few enterprises is not told. Home is what the college keeps from the personal file.
 */
export const districtPractice = useCase(contract.districtPractice, {
  right: 'practice.district.read',
  async run({ input, tx, actor, scope, today }) {
    const id = scope === 'all' ? (input.municipalityId ?? actor.municipalityId) : actor.municipalityId;
    if (!id) throw refuse('practice:district.error.choose');
    const place = await sql<{
      id: string;
      name: string;
      isRural: boolean;
    }>`select id, name, is_rural as "isRural"
      from registry.municipality_v where id = ${id}`.execute(tx);
    const year = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
    const since = `${year}-09-01`;
    const limits = await publicationLimits(tx, today);
    const count = async (where: ReturnType<typeof sql<boolean>>): Promise<number | null> => {
      const { rows } =
        await sql<Counted>`select coalesce(sum(n), 0)::int as people, coalesce(max(n), 0)::int as largest,
          (count(*) filter (where open))::int as hosts
        from (select v.host_id, count(distinct v.person_id) as n, bool_or(o.access_class = 'open') as open
          from practice.district_v v join registry.organisation_v o on o.id = v.host_id
          where v.state not in ('requested', 'failed') and v.ends_on >= ${since} and ${where} group by v.host_id) x`.execute(
          tx,
        );
      const row = rows[0];
      if (!row || row.people === 0) return 0;
      const { people, hosts, largest } = row;
      const cell = {
        key: id,
        need: people,
        enterprises: hosts,
        largest: largest / people,
        restricted: false,
      };
      return tells(cell, limits) ? null : people;
    };
    const here = sql<boolean>`v.host_place_id = ${id}`;
    const mine = sql<boolean>`v.home_id = ${id}`;
    const km = await settingOn<number>(tx, 'practice.farKm', today);
    const near =
      await sql<Near>`select f.id, o.short_name as host, f.title, m.name as place, d.km::float8 as km,
        greatest(f.capacity - f.taken, 0)::int as free
      from practice.offer_v f join registry.organisation_v o on o.id = f.organisation_id
      join registry.distance_v d on d.from_id = ${id} and d.to_id = f.municipality_id
      join registry.municipality_v m on m.id = f.municipality_id
      where f.state = 'open' and f.access_class = 'open' and f.ends_on >= ${today} and d.km <= ${km} and f.capacity > f.taken
      order by d.km, o.sort_key, f.title`.execute(tx);
    return {
      municipality: found(place.rows[0]),
      since,
      placements: await count(here),
      own: await count(sql<boolean>`${here} and ${mine}`),
      away: await count(sql<boolean>`${mine} and v.host_place_id <> ${id}`),
      hired: await count(sql<boolean>`${here} and v.result = 'employed'`),
      back: await count(
        sql<boolean>`${here} and ${mine} and v.result = 'employed' and v.college_place_id is distinct from ${id}::uuid`,
      ),
      km,
      free: near.rows.reduce((sum, row) => sum + row.free, 0),
      near: near.rows,
    };
  },
});
