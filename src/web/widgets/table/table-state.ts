/** How a table is looked at: it lives in the address, so a view can be sent, kept and gone back to. */
export interface TableState {
  /** Column and direction, the first is the main one. */
  sort: { id: string; desc: boolean }[];
  filters: Record<string, string>;
  /** Columns shown besides or hidden from the usual ones. */
  shown: string[];
  hidden: string[];
}

export const emptyState: TableState = { sort: [], filters: {}, shown: [], hidden: [] };

type Search = Record<string, string | undefined>;

const FILTER = 'f.';
const list = (text: string | undefined): string[] => (text ? text.split(',').filter(Boolean) : []);

/** `sort=-gap,name&f.zone=north&hide=code` with an optional prefix when a page has several tables. */
export function readState(search: Record<string, unknown>, prefix = ''): TableState {
  const get = (name: string) => {
    const value = search[prefix + name];
    return value === undefined || value === null ? undefined : String(value);
  };
  const filters: Record<string, string> = {};
  for (const [key, value] of Object.entries(search))
    if (key.startsWith(prefix + FILTER) && value !== undefined && value !== '')
      filters[key.slice(prefix.length + FILTER.length)] = String(value);
  return {
    sort: list(get('sort')).map((word) =>
      word.startsWith('-') ? { id: word.slice(1), desc: true } : { id: word, desc: false },
    ),
    filters,
    shown: list(get('show')),
    hidden: list(get('hide')),
  };
}

/** The same state as parts of an address; what is usual is left out (`undefined` takes it off). */
export function writeState(state: TableState, before: Record<string, unknown>, prefix = ''): Search {
  const search: Search = {};
  for (const key of Object.keys(before)) if (key.startsWith(prefix + FILTER)) search[key] = undefined;
  for (const [id, value] of Object.entries(state.filters))
    search[`${prefix}${FILTER}${id}`] = value || undefined;
  const sort = state.sort.map(({ id, desc }) => (desc ? `-${id}` : id)).join(',');
  return {
    ...search,
    [`${prefix}sort`]: sort || undefined,
    [`${prefix}show`]: state.shown.join(',') || undefined,
    [`${prefix}hide`]: state.hidden.join(',') || undefined,
  };
}

/** First press sorts one way, second the other, third gives the usual order back. */
export function nextSort(state: TableState, id: string, numeric: boolean): TableState {
  const now = state.sort[0];
  if (now?.id !== id) return { ...state, sort: [{ id, desc: numeric }] };
  if (now.desc === numeric) return { ...state, sort: [{ id, desc: !numeric }] };
  return { ...state, sort: [] };
}

export function toggleColumn(state: TableState, id: string, optional: boolean): TableState {
  const key = optional ? 'shown' : 'hidden';
  const has = state[key].includes(id);
  return { ...state, [key]: has ? state[key].filter((one) => one !== id) : [...state[key], id] };
}
