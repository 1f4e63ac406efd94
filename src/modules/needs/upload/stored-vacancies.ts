import { sql } from 'kysely';
import { vacancyRuleOn } from '../rules/vacancy-rule-on.ts';
import { relinkVacancies } from '../vacancies/relink-vacancies.ts';
import { closeMissing } from './close-missing.ts';
import { readInThread } from './read-in-thread.ts';
import type { StoredKind } from './stored-kind.ts';
import { storedLists } from './stored-lists.ts';

/** Vacancy cards as evidence: one card per source and id; a newer record of it changes the card, an older does not. */
export const storedVacancies: StoredKind = {
  kind: 'vacancies',

  async read(tx, source, about) {
    const year = Number(about.asOf.slice(0, 4)) + 1;
    const whole = { organisationId: null, municipalityId: null, asOf: about.asOf };
    const lists = await storedLists(tx, { ...whole, horizon: { from: year, to: year + 6 } });
    return readInThread({ kind: 'vacancies', ...source, lists, own: null, choose: about.columns });
  },

  async store(tx, about) {
    const missing = about.complete ? await closeMissing(tx, about) : null;
    const { rows } = await sql<{ added: boolean; organisation_id: string | null }>`
      with brought as (
        select d.*, r.data from needs.import_row r cross join lateral jsonb_to_record(r.data) as d(
          "newId" uuid, source text, "externalId" text, title text, employer text, enterprise text, inn text,
          occupation text, municipality uuid, "openedOn" date, "changedOn" date, "workPlaces" int, "salaryMin" bigint,
          "salaryMax" bigint, state text)
        where r.import_id = ${about.id}
      ), enterprise as (
        select distinct on (inn) inn, id from registry.organisation_v where kind = 'enterprise' and inn is not null
        order by inn, closed_on desc nulls first, id
      )
      insert into needs.vacancy as v (id, source, external_id, organisation_id, employer, inn, title, occupation,
        municipality_id, opened_on, seen_on, work_places, salary_min, salary_max, closed_on, raw)
      select b."newId", b.source, b."externalId", coalesce(e.id, own.id), b.employer, b.inn, b.title, b.occupation,
        b.municipality, b."openedOn", ${about.asOf}::date, b."workPlaces", b."salaryMin", b."salaryMax",
        case b.state when 'closed' then coalesce(b."changedOn", ${about.asOf}::date) end,
        b.data - array['newId', 'row', 'title', 'employer', 'inn', 'unready', 'duplicateOf', 'occupation', 'municipality']
      from brought b left join enterprise e on e.inn = b.inn
      left join registry.organisation_v own on own.kind = 'enterprise' and own.id::text = b.enterprise
      on conflict (source, external_id) do update set organisation_id = excluded.organisation_id,
        employer = excluded.employer, inn = excluded.inn, title = excluded.title, occupation = excluded.occupation,
        municipality_id = excluded.municipality_id, opened_on = excluded.opened_on, work_places = excluded.work_places,
        salary_min = excluded.salary_min, salary_max = excluded.salary_max, closed_on = excluded.closed_on,
        raw = excluded.raw, seen_on = greatest(v.seen_on, excluded.seen_on)
      where coalesce(excluded.raw ->> 'changedOn', '') >= coalesce(v.raw ->> 'changedOn', '')
        and (v.closed_on is null or v.closed_on <= ${about.asOf}::date or excluded.closed_on is not null)
        and (v.organisation_id, v.employer, v.inn, v.title, v.occupation, v.municipality_id, v.opened_on, v.work_places,
          v.salary_min, v.salary_max, v.closed_on is null, v.raw) is distinct from (excluded.organisation_id,
          excluded.employer, excluded.inn, excluded.title, excluded.occupation, excluded.municipality_id,
          excluded.opened_on, excluded.work_places, excluded.salary_min, excluded.salary_max,
          excluded.closed_on is null, excluded.raw)
      returning (xmax = 0) as added, organisation_id`.execute(tx);
    const brought = await sql<{ n: number }>`with seen as (
        update needs.vacancy v set seen_on = greatest(v.seen_on, ${about.asOf}::date) from needs.import_row r
        where r.import_id = ${about.id} and v.source = r.data ->> 'source' and v.external_id = r.data ->> 'externalId'
        returning v.id
      ) select count(*)::int as n from seen`.execute(tx);
    await relinkVacancies(tx, await vacancyRuleOn(tx, about.asOf));
    const added = rows.filter((it) => it.added).length;
    const changed = rows.length - added;
    const touched = rows.flatMap((it) => (it.organisation_id ? [it.organisation_id] : []));
    return {
      added,
      changed,
      same: (brought.rows[0]?.n ?? 0) - added - changed,
      waiting: 0,
      ...(missing && { closed: missing.closed }),
      organisations: [...new Set([...touched, ...(missing?.organisations ?? [])])].sort(),
    };
  },
};
