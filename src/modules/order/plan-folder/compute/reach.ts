import type { ReachEdge } from '../../../../engines/seats/index.ts';
import { settings } from '../../settings.ts';
import type { Folder } from '../read/read-folder.ts';

const EARTH_KM = 6371;

/** Great-circle distance in kilometres. */
function straight(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const half = (x: number) => Math.sin((x * rad) / 2) ** 2;
  const chord = half(b.lat - a.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * half(b.lon - a.lon);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * From which zone graduates go to work in which: between nearest centres, straight × detour, within the limit, at a
 * price that grows with the way.
 */
export function reachOf(folder: Folder): ReachEdge[] {
  const { municipalities } = folder.tables;
  const { detour, limitKm } = folder.region.distance;
  const price = settings['order.movePrice'].initial;
  const zones = [...new Set(municipalities.map((it) => it.zone))].sort();
  const edges: ReachEdge[] = [];
  for (const from of zones)
    for (const to of zones) {
      if (from === to) {
        edges.push({ from, to, cost: 0 });
        continue;
      }
      let km = Number.POSITIVE_INFINITY;
      for (const a of municipalities)
        if (a.zone === from)
          for (const b of municipalities) if (b.zone === to) km = Math.min(km, straight(a, b) * detour);
      if (km <= limitKm) edges.push({ from, to, cost: Math.round(price * km * 10) / 1000 });
    }
  return edges;
}
