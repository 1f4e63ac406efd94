import municipalities from '../../../region/kirov/municipalities.json';
import { bulkInsert, type Tx } from '../../platform/database/index.ts';

export type PlaceIds = ReadonlyMap<string, string>;

/** Stores the region's planning zones and municipalities; gives code → id of municipalities. */
export async function loadTerritory(tx: Tx, newId: () => string): Promise<PlaceIds> {
  const { rows, list } = municipalities;
  const zones = new Map([...new Set(rows.map(({ zone }) => zone))].map((code) => [code, newId()]));
  await bulkInsert(
    tx,
    'registry.zone',
    [...zones].map(([code, id]) => ({
      id,
      code,
      name: rows.find((row) => row.code === code)?.shortName ?? code,
    })),
  );
  const ids = new Map(rows.map(({ code }) => [code, newId()]));
  await bulkInsert(
    tx,
    'registry.municipality',
    rows.map((row) => ({
      id: ids.get(row.code),
      code: row.code,
      name: row.name,
      short_name: row.shortName,
      centre: row.centre,
      kind: row.kind,
      lat: row.lat,
      lon: row.lon,
      is_rural: row.rural,
      zone_id: zones.get(row.zone),
      source: list.source,
    })),
  );
  return ids;
}
