import { sql } from 'kysely';
import type { NeedLine, ProjectNeed, Respondent } from '../../../engines/forecast/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { VacancyRule } from '../../needs/index.ts';

interface Row {
  organisation_id: string;
  section: string;
  size_class: string;
  zone_code: string;
  municipality_id: string;
  occupation: string;
  year: number;
  declared_new: number;
  declared_replacement: number;
  vacancies: number;
  confidence: NeedLine['confidence'];
  /** Staff of the occupation there at the end of the base year; null where the enterprise did not tell. */
  staff: number | null;
  /** New jobs declared for the base year's end … the year before this one. */
  new_before: number;
}

/** The section letter of an organisation's ОКВЭД2 code; unknown codes stay in a class of their own. */
const section = sql`coalesce(k.parent, '?')`;
const joinSection = sql`left join classifiers.item_v k on k.list = 'okved2' and k.code = left(o.okved, 2)`;

/** The engine's id of an answer: one for an enterprise, occupation, zone and year. */
export const lineKey = (organisationId: string, occupation: string, zone: string, year: number) =>
  `${organisationId}:${occupation}:${zone}:${year}`;

/**
 * Need lines as the engine reads them. Vacancies that count by the rule of the needs (open long enough, not doubled by
 * another card, no more places than a card counts for) become part of the first year's answer.
 */
export async function readNeedLines(
  tx: Tx,
  { baseYear, asOf, rule, horizon }: { baseYear: number; asOf: string; rule: VacancyRule; horizon: number },
): Promise<NeedLine[]> {
  const { rows } = await sql<Row>`
    with declared as (
      select organisation_id, zone_code, municipality_id, occupation, year,
        sum(count) filter (where kind = 'new')::int as declared_new,
        sum(count) filter (where kind = 'replacement')::int as declared_replacement,
        min(case confidence when 'low' then 1 when 'mid' then 2 else 3 end) as confidence
      from needs.line_v where state <> 'withdrawn' and kind <> 'project'
        and year between ${baseYear + 1} and ${baseYear + horizon}
      group by 1, 2, 3, 4, 5
    ), open as (
      select v.organisation_id, m.zone_code, m.id as municipality_id, v.occupation, ${baseYear + 1}::int as year,
        sum(least(v.work_places, ${rule.placesCap}))::int as vacancies
      from needs.vacancy_v v
      join registry.organisation_v o on o.id = v.organisation_id
      join registry.municipality_v m on m.id = coalesce(v.municipality_id, o.municipality_id)
      where v.opened_on < ${asOf}::date - ${rule.openDays}::int and v.occupation is not null
      group by 1, 2, 3, 4
    ), merged as (
      select organisation_id, zone_code, occupation, year, min(municipality_id::text) as municipality_id,
        sum(declared_new) as declared_new, sum(declared_replacement) as declared_replacement, sum(vacancies) as vacancies,
        min(confidence) as confidence
      from (
        select organisation_id, zone_code, municipality_id, occupation, year, declared_new, declared_replacement, 0 as vacancies, confidence from declared
        union all
        select organisation_id, zone_code, municipality_id, occupation, year, 0, 0, vacancies, 2 from open
      ) both_kinds group by 1, 2, 3, 4
    )
    select m.organisation_id, ${section} as section, coalesce(o.size_class, '1-15') as size_class, m.zone_code,
      m.municipality_id, m.occupation, m.year, coalesce(m.declared_new, 0)::int as declared_new,
      coalesce(m.declared_replacement, 0)::int as declared_replacement, m.vacancies::int as vacancies,
      (array['low', 'mid', 'high'])[m.confidence] as confidence,
      s.headcount as staff, (coalesce(sum(m.declared_new) over earlier, 0))::int as new_before
    from merged m
    left join needs.staff_v s on s.organisation_id = m.organisation_id and s.occupation = m.occupation
      and s.zone_code = m.zone_code and s.year = ${baseYear} join registry.organisation_v o on o.id = m.organisation_id ${joinSection}
    window earlier as (partition by m.organisation_id, m.occupation, m.zone_code order by m.year rows between unbounded preceding and 1 preceding)`.execute(
    tx,
  );
  return rows.map((row) => ({
    id: lineKey(row.organisation_id, row.occupation, row.zone_code, row.year),
    enterpriseId: row.organisation_id,
    okved: row.section,
    sizeClass: row.size_class,
    zone: row.zone_code,
    municipality: row.municipality_id,
    occupation: row.occupation,
    year: row.year,
    headcountBefore: row.staff === null ? null : row.staff + row.new_before,
    headcountPlan: row.staff === null ? null : row.staff + row.new_before + row.declared_new,
    declaredNew: row.declared_new,
    declaredReplacement: row.declared_replacement,
    leavers: null,
    project: 0,
    vacanciesOver90: row.vacancies,
    internalRefillShare: null,
    graduateShare: null,
    confidence: row.confidence,
    status: 'confirmed',
  }));
}

/** Lines of investment projects, by their own ids. */
export async function readProjects(
  tx: Tx,
  { baseYear, horizon }: { baseYear: number; horizon: number },
): Promise<ProjectNeed[]> {
  const { rows } =
    await sql<ProjectNeed>`select id, occupation, zone_code as zone, year, count as places, confidence, null as "graduateShare"
    from needs.line_v where kind = 'project' and state <> 'withdrawn' and year between ${baseYear + 1} and ${baseYear + horizon}`.execute(
      tx,
    );
  return rows;
}

/** Enterprises that answered, with their whole staff. */
export async function readRespondents(tx: Tx): Promise<Respondent[]> {
  const { rows } = await sql<Respondent>`select o.id as "enterpriseId", ${section} as okved,
      coalesce(o.size_class, '1-15') as "sizeClass", m.zone_code as zone, coalesce(o.headcount, 0) as headcount
    from registry.organisation_v o join registry.municipality_v m on m.id = o.municipality_id ${joinSection}
    where exists (select 1 from needs.line_v l where l.organisation_id = o.id and l.state <> 'withdrawn')`.execute(
    tx,
  );
  return rows;
}
