import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { Closing } from '../demand/close-shortage.ts';
import type { DemandRow, DistrictRow } from '../demand/demand-of.ts';
import type { Shortage } from './shortage-facts.ts';
import type { demandPart } from './staffing-contract.ts';

/** What a calculation keeps of itself, people by their ids. */
export interface Summary {
  exams: number;
  seats: number;
  kept: number;
  filled: number;
  empty: number;
  people: number;
  km: number;
  cost: number;
  bound: number;
  ms: number;
  season: {
    graduates: number;
    without: { code: string; students: number; why: 'kit' | 'centre' }[];
    unplaced: { code: string; students: number }[];
    gap: number;
    rounds: number[];
  } | null;
  demand: DemandRow[];
  districts: DistrictRow[];
  shortages: Shortage[];
  closing: Closing[];
  afterClosing: number;
}

export interface Named {
  id: string;
  name: string;
  organisation: string | null;
  place: string | null;
}

/** Names of people by id; an expert's house is that of the base, another's the one he works for. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Named>> {
  const { rows } =
    await sql<Named>`select p.id, p.full_name as name, coalesce(e.organisation, w.short_name) as organisation,
      coalesce(m.short_name, w.place) as place
    from registry.person_v p left join specialists.expert_v e on e.person_id = p.id
    left join registry.municipality_v m on m.id = e.municipality_id
    left join lateral (select o.short_name, h.short_name as place from registry.tie_v t
      join registry.organisation_v o on o.id = t.to_organisation_id
      left join registry.municipality_v h on h.id = o.municipality_id
      where t.person_id = p.id and t.kind = 'works_for' order by lower(t.valid) desc nulls last limit 1) w on true
    where p.id in (select jsonb_array_elements_text(${JSON.stringify([...new Set(ids)])}::jsonb)::uuid)`.execute(
      tx,
    );
  return new Map(rows.map((row) => [row.id, row]));
}

const UNKNOWN = { name: '', organisation: null, place: null };

/** The summary's part about demand, with names. */
export async function namedDemand(tx: Tx, summary: Summary): Promise<z.input<typeof demandPart>> {
  const uuid = /^[0-9a-f]{8}-/;
  const people = [
    ...summary.closing.map(({ personId }) => personId),
    ...summary.shortages.flatMap(({ experts }) => experts).filter((one) => uuid.test(one)),
  ];
  const names = await namesOf(tx, people);
  const places = await sql<{ id: string; name: string; code: string }>`select id, short_name as name, code
    from registry.municipality_v`.execute(tx);
  const exams = await sql<{ id: string; code: string }>`select id, code from exams.session where id in
    (select jsonb_array_elements_text(${JSON.stringify([...new Set(summary.shortages.flatMap((one) => one.exams))])}::jsonb)::uuid)`.execute(
    tx,
  );
  const examOf = new Map(exams.rows.map(({ id, code }) => [id, code]));
  const placeOf = new Map(places.rows.map((one) => [one.id, one]));
  return {
    rows: summary.demand,
    districts: summary.districts.map(({ municipalityId, seats, empty }) => {
      const { name = '', code = '' } = placeOf.get(municipalityId) ?? {};
      return { municipalityId, name, code, seats, empty };
    }),
    shortages: summary.shortages.map((one) => ({
      ...one,
      codes: one.codes.map((code) => code.split('|')[0] ?? code),
      exams: one.exams.map((exam) => examOf.get(exam) ?? ''),
      experts: one.experts.map((expert) => names.get(expert)?.name ?? '').filter(Boolean),
      seats: one.seats.map((seat) => ({ ...seat, exam: examOf.get(seat.exam) ?? '' })),
    })),
    closing: summary.closing.map(({ personId, ...rest }) => ({
      ...rest,
      person: { id: personId, ...(names.get(personId) ?? UNKNOWN) },
    })),
    empty: summary.empty,
    afterClosing: summary.afterClosing,
  };
}
