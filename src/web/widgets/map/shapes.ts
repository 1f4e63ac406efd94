import { geoMercator, geoPath } from 'd3-geo';
import type { CellMap, Centre } from './cells.ts';
import { cellMap } from './cells.ts';

/** A region's own borders; each feature names its place by `id` or `properties.id`. */
export interface Borders {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    id?: string | number;
    properties: Record<string, unknown> | null;
    geometry: GeoJSON.Geometry;
  }[];
}

const WIDTH = 656;
const HEIGHT = 610;

function idOf(feature: Borders['features'][number]): string {
  return String(feature.id ?? feature.properties?.id ?? '');
}

/** True borders replace the cells; everything else about the map stays. */
export function borderMap(borders: Borders): CellMap {
  const collection = borders as GeoJSON.FeatureCollection;
  const path = geoPath(geoMercator().fitSize([WIDTH, HEIGHT], collection)).digits(1);
  const cells = collection.features.map((feature, i) => {
    const [[left], [right]] = path.bounds(feature);
    const [x, y] = path.centroid(feature);
    return {
      id: idOf(borders.features[i]!),
      path: path(feature) ?? '',
      at: [x, y] as const,
      chord: (right - left) * 0.8,
    };
  });
  return { width: WIDTH, height: HEIGHT, cells };
}

export function shapesOf(centres: readonly Centre[], borders?: Borders): CellMap {
  return borders ? borderMap(borders) : cellMap(centres);
}

/** The nearest cell in the direction of an arrow key; none if there is nothing that way. */
export function neighbour(map: CellMap, from: string, key: string): string | null {
  const start = map.cells.find((cell) => cell.id === from);
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!start || !way) return null;
  let [best, bestFar] = [null as string | null, Number.POSITIVE_INFINITY];
  for (const cell of map.cells) {
    const [dx, dy] = [cell.at[0] - start.at[0], cell.at[1] - start.at[1]];
    const along = dx * way[0]! + dy * way[1]!;
    const across = Math.abs(dx * way[1]!) + Math.abs(dy * way[0]!);
    if (along <= 1 || across > along * 1.5) continue;
    if (along + across < bestFar) [best, bestFar] = [cell.id, along + across];
  }
  return best;
}
