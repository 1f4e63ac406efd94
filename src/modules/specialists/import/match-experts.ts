import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { titleKey } from '../../../platform/sheets/index.ts';
import type { ExpertFileRow, FileRemark } from './expert-file.ts';

export interface MatchedRow {
  data: ExpertFileRow;
  /** Known person of the base, or of the organisation's staff; null: a new person. */
  personId: string | null;
  expertId: string | null;
  organisationId: string | null;
  municipalityId: string | null;
}

const key = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
/** A house without its quotes and its form of property. */
const houseKey = (text: string) =>
  titleKey(text)
    .replace(/[«»"'.,()]/g, ' ')
    .replace(/(^|\s)(когпобу|когпоау|гбпоу|гапоу|ооо|оао|пао|зао|ао)(?=\s)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

interface House {
  id: string;
  fullName: string;
  shortName: string;
}

/**
 * Finds the people and the houses of a list. A person is known by the full name in the base, or among the staff of the
 * organisation named; two of one name in a house are not guessed at: the row is refused.
 */
export async function matchExperts(tx: Tx, rows: readonly ExpertFileRow[]) {
  const names = JSON.stringify([
    ...new Set(rows.map((r) => key([r.surname, r.givenName, r.patronymic].filter(Boolean).join(' ')))),
  ]);
  const people = await sql<{ personId: string; sortKey: string; expertId: string | null; houses: string[] }>`
    select p.id as "personId", p.sort_key as "sortKey", e.id as "expertId",
      coalesce((select jsonb_agg(distinct t.to_organisation_id) from registry.tie_v t where t.person_id = p.id
        and t.kind = 'works_for'), '[]'::jsonb) as houses
    from registry.person_v p left join specialists.expert e on e.person_id = p.id
    where p.sort_key in (select jsonb_array_elements_text(${names}::jsonb))`.execute(tx);
  const houses =
    await sql<House>`select id, full_name as "fullName", short_name as "shortName" from registry.organisation_v
    where full_name is not null and closed_on is null`.execute(tx);
  const byName = new Map<string, string | null>();
  for (const { id, fullName, shortName } of houses.rows)
    for (const name of new Set([houseKey(fullName), houseKey(shortName)]))
      byName.set(name, byName.has(name) && byName.get(name) !== id ? null : id);
  const places = await sql<{
    id: string;
    name: string;
    short: string;
    centre: string;
  }>`select id, name, short_name as short, centre
    from registry.municipality_v`.execute(tx);
  const byPlace = new Map(
    places.rows.flatMap((p) => [p.name, p.short, p.centre].map((n) => [titleKey(n), p.id] as const)),
  );
  const byPerson = new Map<string, typeof people.rows>();
  for (const one of people.rows) byPerson.set(one.sortKey, [...(byPerson.get(one.sortKey) ?? []), one]);
  const remarks: FileRemark[] = [];
  const matched: MatchedRow[] = [];
  for (const data of rows) {
    const say = (id: string, refused: boolean, value: string) =>
      remarks.push({
        row: data.row,
        cell: data.cell,
        refused,
        id: `specialists:file.${id}`,
        params: { value },
      });
    const organisationId = data.organisation ? (byName.get(houseKey(data.organisation)) ?? null) : null;
    if (data.organisation && !organisationId) {
      say('organisation', true, data.organisation);
      continue;
    }
    const name = [data.surname, data.givenName, data.patronymic].filter(Boolean).join(' ');
    const all = byPerson.get(key(name)) ?? [];
    const here = all.filter((p) => p.expertId || (organisationId && p.houses.includes(organisationId)));
    if (here.length > 1) {
      say('twoOfName', true, name);
      continue;
    }
    const municipalityId = data.place ? (byPlace.get(titleKey(data.place)) ?? null) : null;
    if (data.place && !municipalityId) say('place', false, data.place);
    const known = here[0];
    matched.push({
      data,
      personId: known?.personId ?? null,
      expertId: known?.expertId ?? null,
      organisationId,
      municipalityId,
    });
  }
  return { matched, remarks };
}
