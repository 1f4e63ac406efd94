export interface ApiDescription {
  paths?: Record<string, Record<string, { summary?: string; tags?: string[] }>>;
}

export interface Operation {
  method: string;
  path: string;
  summary: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Operations by the first word of their path, both in the order of the alphabet. */
export function operationsOf({ paths = {} }: ApiDescription): { name: string; operations: Operation[] }[] {
  const rooms = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, told] of Object.entries(methods)) {
      if (!METHODS.includes(method)) continue;
      const name = path.replace(/^\/api\//, '/').split('/')[1] ?? '';
      const operation = { method: method.toUpperCase(), path, summary: told.summary ?? '' };
      rooms.set(name, [...(rooms.get(name) ?? []), operation]);
    }
  return [...rooms.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, operations]) => ({
      name,
      operations: operations.sort((a, b) => (a.path < b.path ? -1 : 1)),
    }));
}
