export interface FlowNode {
  id: string;
  label: string;
  count: number;
  column: number;
  /** Lost on the way: drawn grey, never left out. */
  loss?: boolean;
}

export interface FlowLink {
  from: string;
  to: string;
  count: number;
}

export interface PlacedNode extends FlowNode {
  x: number;
  y: number;
  height: number;
}

export interface PlacedLink extends FlowLink {
  path: string;
  thickness: number;
  loss: boolean;
}

const BAR = 8;
const GAP = 44;

function stack(nodes: FlowNode[], scale: number, x: number): PlacedNode[] {
  let y = 0;
  return nodes.map((node) => {
    const height = Math.max(2, node.count * scale);
    const placed = { ...node, x, y, height };
    // words of a small bar need more room than the bar
    y += Math.max(height, 8) + (height < GAP ? GAP - Math.min(height, 8) : GAP / 2);
    return placed;
  });
}

/** Bars in columns and flows between them, all on one scale; order within a column is as given. */
export function flowLayout(nodes: FlowNode[], links: FlowLink[], width: number, height: number) {
  const last = Math.max(...nodes.map((node) => node.column), 1);
  const columns = Array.from({ length: last + 1 }, (_, i) => nodes.filter((node) => node.column === i));
  const room = columns.map((column) => {
    const total = column.reduce((sum, node) => sum + node.count, 0);
    return total === 0 ? Number.POSITIVE_INFINITY : Math.max(40, height - (column.length - 1) * GAP) / total;
  });
  const scale = Math.min(...room);
  // the last column needs room for its words
  const step = (width * 0.8) / last;
  const placed = columns.flatMap((column, i) => stack(column, scale, i * step));
  const at = new Map(placed.map((node) => [node.id, node]));
  const order = new Map(placed.map((node, i) => [node.id, i]));
  const [out, into] = [new Map<string, number>(), new Map<string, number>()];
  const take = (used: Map<string, number>, id: string, thickness: number): number => {
    const start = used.get(id) ?? 0;
    used.set(id, start + thickness);
    return start + thickness / 2;
  };
  const sorted = [...links].sort(
    (a, b) =>
      (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0) || (order.get(a.to) ?? 0) - (order.get(b.to) ?? 0),
  );
  const flows = sorted.flatMap((link): PlacedLink[] => {
    const [from, to] = [at.get(link.from), at.get(link.to)];
    if (!from || !to) return [];
    const thickness = Math.max(1, link.count * scale);
    const [x0, x1] = [from.x + BAR, to.x];
    const y0 = from.y + take(out, from.id, thickness);
    const y1 = to.y + take(into, to.id, thickness);
    const middle = (x0 + x1) / 2;
    const path = `M${x0},${y0.toFixed(1)}C${middle},${y0.toFixed(1)},${middle},${y1.toFixed(1)},${x1},${y1.toFixed(1)}`;
    return [{ ...link, path, thickness, loss: to.loss === true }];
  });
  return {
    nodes: placed,
    links: flows,
    bar: BAR,
    height: Math.max(...placed.map((node) => node.y + node.height), 40) + 24,
  };
}
