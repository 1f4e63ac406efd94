import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';

export interface Position {
  x: number;
  y: number;
}

/** Centres of municipalities in kilometres on a plane: right to a percent within one region, which is all a journey needs. */
export async function positions(tx: Tx): Promise<Map<string, Position>> {
  const { rows } = await sql<{
    id: string;
    lat: number;
    lon: number;
  }>`select id, lat, lon from registry.municipality_v`.execute(tx);
  const middle = rows.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, rows.length);
  const perDegree = 111.32 * Math.cos((middle * Math.PI) / 180);
  return new Map(rows.map(({ id, lat, lon }) => [id, { x: lon * perDegree, y: lat * 110.57 }]));
}
