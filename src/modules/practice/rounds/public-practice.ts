import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { type PublicCell, publicationLimits, withholdRows } from '../../needs/index.ts';
import { contract } from '../contract.ts';
import { schoolYearOf } from '../rules/days.ts';

interface District {
  id: string;
  name: string;
  shortName: string;
  lat: number | null;
  lon: number | null;
  isRural: boolean;
  due: number;
  placed: number;
  here: number;
  places: number;
  free: number;
  hosts: number;
  restricted: number;
  largest: number;
}

/**
 * I-03 in public: students with a practice at an enterprise of those to whom one is due this school year, in the region
 * and by district, and the places a district's enterprises offer. What would tell of one enterprise is withheld.
 */
export const publicPractice = useCase(contract.publicPractice, {
  right: 'practice.public.read',
  async run({ tx, today }) {
    const year = schoolYearOf(today);
    const { rows: total } = await sql<{ due: number; placed: number; rural: number; ruralPlaced: number }>`
      with owed as (select s.id, coalesce(m.is_rural, false) as rural, exists (select 1 from practice.placement x
          where x.plan_id = p.id and x.student_id = s.id and x.state not in ('requested', 'failed')) as placed
        from practice.plan p join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying'
        left join practice.trainee t on t.person_id = s.person_id left join registry.municipality_v m on m.id = t.home_id
        where p.school_year = ${year} and p.state = 'approved' and p.kind <> 'UP')
      select count(*)::int as due, count(*) filter (where placed)::int as placed, count(*) filter (where rural)::int as rural,
        count(*) filter (where rural and placed)::int as "ruralPlaced" from owed`.execute(tx);
    const { rows } = await sql<District>`
      with owed as (select coalesce(t.home_id, c.municipality_id) as m, count(*)::int as due,
          count(x.id)::int as placed
        from practice.plan p join programmes.student_v s on s.group_id = p.group_id and s.status = 'studying'
        join registry.organisation_v c on c.id = p.organisation_id
        left join practice.trainee t on t.person_id = s.person_id
        left join practice.placement x on x.plan_id = p.id and x.student_id = s.id and x.state not in ('requested', 'failed')
        where p.school_year = ${year} and p.state = 'approved' and p.kind <> 'UP' group by 1),
      offered as (select coalesce(f.municipality_id, h.municipality_id) as m, f.organisation_id as host, f.access_class,
          sum(f.capacity)::int as places, sum(f.capacity - coalesce(d.taken, 0))::int as free,
          sum(coalesce(d.held, 0))::int as here
        from practice.offer f join registry.organisation_v h on h.id = f.organisation_id
        left join lateral (select max(y.taken)::int as taken, (select count(*)::int from practice.placement x
            where x.offer_id = f.id and x.state not in ('requested', 'failed')) as held
          from practice.place_day y where y.offer_id = f.id and y.day >= ${today}::date) d on true
        where f.state in ('open', 'frozen') and upper(f.period) > ${today}::date group by 1, 2, 3),
      told as (select m, sum(places) filter (where access_class = 'open')::int as places,
          sum(free) filter (where access_class = 'open')::int as free, sum(here) filter (where access_class = 'open')::int as here,
          count(distinct host) filter (where access_class = 'open')::int as hosts,
          count(distinct host) filter (where access_class <> 'open')::int as restricted,
          coalesce(max(places) filter (where access_class = 'open')::float8
            / nullif(sum(places) filter (where access_class = 'open'), 0), 0) as largest
        from offered group by m)
      select m.id, m.name, m.short_name as "shortName", m.lat, m.lon, m.is_rural as "isRural", coalesce(o.due, 0) as due,
        coalesce(o.placed, 0) as placed, coalesce(t.here, 0) as here, coalesce(t.places, 0) as places,
        coalesce(t.free, 0) as free, coalesce(t.hosts, 0) as hosts, coalesce(t.restricted, 0) as restricted,
        coalesce(t.largest, 0) as largest
      from registry.municipality_v m left join owed o on o.m = m.id left join told t on t.m = m.id
      order by m.name, m.id`.execute(tx);
    const cell = (row: District, need: number): PublicCell => ({
      key: row.id,
      need,
      enterprises: row.hosts,
      largest: row.largest,
      restricted: row.hosts === 0 && row.restricted > 0,
    });
    const { shown } = withholdRows(
      rows.filter(({ places, restricted }) => places > 0 || restricted > 0),
      (row) => [cell(row, row.places), cell(row, row.free), cell(row, row.here)],
      await publicationLimits(tx, today),
    );
    const open = new Set(shown.map(({ id }) => id));
    const few = fewStudents(rows);
    return {
      schoolYear: year,
      ...(total[0] ?? { due: 0, placed: 0, rural: 0, ruralPlaced: 0 }),
      places: shown.reduce((sum, row) => sum + row.places, 0),
      districts: rows.map(({ restricted, largest: _, ...row }) => {
        const nothing = row.places === 0 && restricted === 0;
        const withheld = !nothing && !open.has(row.id);
        const hidden = withheld ? { places: null, free: null, here: null, hosts: null } : {};
        return { ...row, ...hidden, ...(few.has(row.id) && { due: null, placed: null }), withheld };
      }),
    };
  },
});

const FEWEST = 3;

/**
 * Districts whose students are so few that a share would speak of single people; and as many further ones, the smallest
 * first, that the total less what is shown does not tell them either.
 */
function fewStudents(rows: readonly Pick<District, 'id' | 'due'>[]): ReadonlySet<string> {
  const bySize = rows.filter(({ due }) => due > 0).toSorted((a, b) => a.due - b.due);
  const hidden = bySize.filter(({ due }) => due < FEWEST);
  const rest = bySize.slice(hidden.length);
  const sum = () => hidden.reduce((total, { due }) => total + due, 0);
  while (hidden.length > 0 && (hidden.length < 2 || sum() < FEWEST)) {
    const next = rest.shift();
    if (!next) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ id }) => id));
}
