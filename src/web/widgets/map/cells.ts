import { Delaunay } from 'd3-delaunay';

export type Point = readonly [number, number];

export interface Centre {
  id: string;
  lon: number;
  lat: number;
}

export interface CellShape {
  id: string;
  path: string;
  /** Where its words stand. */
  at: Point;
  /** How wide the words may be there. */
  chord: number;
}

export interface CellMap {
  width: number;
  height: number;
  cells: CellShape[];
}

const APART = 52;
const RING = 66;
const CORNER = 11;
const CLOSE = 66;
const NEAREST = 4;
const PULLS = 24;
const WIDTH = 656;
const ROUNDS = 400;

/** Degrees to a flat picture of a given width, north up; a degree of longitude shrinks with the latitude. */
function project(centres: readonly Centre[], width: number): Point[] {
  const middle = centres.reduce((sum, one) => sum + one.lat, 0) / Math.max(1, centres.length);
  const shrink = Math.cos((middle * Math.PI) / 180);
  const flat = centres.map(({ lon, lat }): Point => [lon * shrink, -lat]);
  const xs = flat.map(([x]) => x);
  const ys = flat.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const scale = width / Math.max(1e-9, Math.max(...xs) - left);
  return flat.map(([x, y]) => [(x - left) * scale, (y - top) * scale]);
}

/** Moves apart whatever is nearer than `apart`, equally and in the same order each time: no chance in it. */
export function pushApart(points: readonly Point[], apart = APART): Point[] {
  const at = points.map(([x, y]) => [x, y] as [number, number]);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (let i = 0; i < at.length; i++)
      for (let j = i + 1; j < at.length; j++) {
        const [a, b] = [at[i]!, at[j]!];
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        let far = Math.hypot(dx, dy);
        if (far >= apart - 0.01) continue;
        // two in one place part along a direction of their own
        if (far < 1e-6) [dx, dy, far] = [Math.cos(i + j), Math.sin(i + j), 1];
        const step = ((apart - Math.min(far, Math.hypot(dx, dy))) / 2) * 0.6;
        a[0] -= (dx / far) * step;
        a[1] -= (dy / far) * step;
        b[0] += (dx / far) * step;
        b[1] += (dy / far) * step;
        moved = true;
      }
    if (!moved) break;
  }
  return at;
}

/** Draws lonely places nearer to their nearest neighbours, so that the region stays one whole. */
function pullTogether(points: readonly Point[]): Point[] {
  let at = points.map(([x, y]): Point => [x, y]);
  for (let round = 0; round < PULLS; round++) {
    at = pushApart(
      at.map(([x, y], i): Point => {
        const near = at
          .map(([u, v], j) => ({ j, dx: u - x, dy: v - y, far: Math.hypot(u - x, v - y) }))
          .filter(({ j }) => j !== i)
          .sort((a, b) => a.far - b.far || a.j - b.j)
          .slice(0, NEAREST);
        let [mx, my] = [0, 0];
        for (const { dx, dy, far } of near) {
          const pull = Math.max(0, far - CLOSE) * 0.08;
          mx += (dx / Math.max(far, 1e-9)) * pull;
          my += (dy / Math.max(far, 1e-9)) * pull;
        }
        return [x + mx, y + my];
      }),
    );
  }
  return at;
}

/** Empty seeds around the region: they give the outer cells an edge without owning ground themselves. */
function ring(points: readonly Point[]): Point[] {
  const seeds: Point[] = [];
  const turns = 16;
  for (const [x, y] of points)
    for (let k = 0; k < turns; k++) {
      const angle = (k / turns) * 2 * Math.PI;
      const seed: Point = [x + RING * Math.cos(angle), y + RING * Math.sin(angle)];
      const free = (others: readonly Point[], far: number) =>
        others.every(([u, v]) => Math.hypot(u - seed[0], v - seed[1]) > far);
      if (free(points, RING - 1) && free(seeds, RING / 4)) seeds.push(seed);
    }
  return seeds;
}

const fixed = (value: number): string => value.toFixed(1);

/** A polygon with soft corners. Corners nearer than a few units are one corner. */
export function roundedPath(polygon: readonly Point[], corner = CORNER): string {
  const points = polygon.filter(([x, y], i) => {
    const [u, v] = polygon[(i + 1) % polygon.length]!;
    return Math.hypot(u - x, v - y) > 2;
  });
  const towards = (from: Point, to: Point): Point => {
    const far = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const step = Math.min(corner, far / 2) / Math.max(far, 1e-9);
    return [from[0] + (to[0] - from[0]) * step, from[1] + (to[1] - from[1]) * step];
  };
  const parts = points.map((point, i) => {
    const before = points[(i - 1 + points.length) % points.length]!;
    const after = points[(i + 1) % points.length]!;
    const [a, b] = [towards(point, before), towards(point, after)];
    return `${i === 0 ? 'M' : 'L'}${a.map(fixed).join(',')}Q${point.map(fixed).join(',')} ${b.map(fixed).join(',')}`;
  });
  return `${parts.join('')}Z`;
}

function middleOf(polygon: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0];
  polygon.forEach(([u, v], i) => {
    const [p, q] = polygon[(i + 1) % polygon.length]!;
    const cross = u * q - p * v;
    area += cross;
    x += (u + p) * cross;
    y += (v + q) * cross;
  });
  return area === 0 ? (polygon[0] ?? [0, 0]) : [x / (3 * area), y / (3 * area)];
}

/** Length of the horizontal line through the cell at this height. */
function chordAt(polygon: readonly Point[], y: number): number {
  const xs: number[] = [];
  polygon.forEach(([u, v], i) => {
    const [p, q] = polygon[(i + 1) % polygon.length]!;
    if (v > y !== q > y) xs.push(u + ((y - v) / (q - v)) * (p - u));
  });
  return xs.length < 2 ? 0 : Math.max(...xs) - Math.min(...xs);
}

/**
 * Cells of a map without borders: the order of the centres is that of the ground, the areas are not true.
 * Units are pixels of a picture about 656 wide.
 */
export function cellMap(centres: readonly Centre[]): CellMap {
  if (centres.length === 0) return { width: WIDTH, height: 1, cells: [] };
  const points = pullTogether(pushApart(project(centres, WIDTH - 2 * RING)));
  const edge = ring(points);
  const all = [...points, ...edge];
  const far = 1e5;
  const voronoi = Delaunay.from(all.map(([x, y]): [number, number] => [x, y])).voronoi([
    -far,
    -far,
    far,
    far,
  ]);
  const polygons = points.map((_, i) => (voronoi.cellPolygon(i)?.slice(0, -1) ?? []) as Point[]);
  const xs = polygons.flatMap((polygon) => polygon.map(([x]) => x));
  const ys = polygons.flatMap((polygon) => polygon.map(([, y]) => y));
  const [left, top] = [Math.min(...xs) - 3, Math.min(...ys) - 3];
  const cells = polygons.map((polygon, i): CellShape => {
    const moved = polygon.map(([x, y]): Point => [x - left, y - top]);
    const at = middleOf(moved);
    return {
      id: centres[i]!.id,
      path: roundedPath(moved),
      at,
      chord: Math.min(chordAt(moved, at[1] - 12), chordAt(moved, at[1] - 3)),
    };
  });
  return { width: Math.max(...xs) - left + 3, height: Math.max(...ys) - top + 3, cells };
}
