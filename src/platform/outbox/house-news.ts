import { sql } from 'kysely';
import type { World } from '../use-case/execute.ts';

const LOOK_MS = 500;
/** A change may be committed so long after its event got its id. */
const LATE_MS = 10_000;

/** The least id of version 7 that begins at a moment: ids grow with time, so the newest events are a range of the key. */
const idFrom = (ms: number): string => {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

type Listener = { names: ReadonlySet<string>; hear(name: string): void };

/** One look for all listeners of a process, whichever process made the change. */
class Feed {
  readonly #world: World;
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | null = null;
  /** Ids seen, with the moment until which they may be met again; null before the first look. */
  #seen: Map<string, number> | null = null;
  #looking = false;

  constructor(world: World) {
    this.#world = world;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.#look(), LOOK_MS);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0 || !this.#timer) return;
      clearInterval(this.#timer);
      this.#timer = null;
      this.#seen = null;
    };
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const now = this.#world.now().getTime();
      const names = [...new Set([...this.#listeners].flatMap((one) => [...one.names]))];
      const { rows } = await sql<{ id: string; name: string }>`select id, name from platform.event
        where id > ${idFrom(now - LATE_MS)}::uuid and name = any (${names}::text[]) order by id`.execute(
        this.#world.db,
      );
      const seen = this.#seen ?? new Map<string, number>();
      const news = new Set(rows.filter(({ id }) => !seen.has(id)).map(({ name }) => name));
      for (const { id } of rows) seen.set(id, now + 2 * LATE_MS);
      for (const [id, until] of seen) if (until < now) seen.delete(id);
      this.#seen = seen;
      for (const { names: wanted, hear } of this.#listeners)
        for (const name of news) if (wanted.has(name)) hear(name);
    } catch {
      // the database is away: the next look tells the same news
    } finally {
      this.#looking = false;
    }
  }
}

const feeds = new WeakMap<object, Feed>();
const feedOf = (world: World) => {
  const feed = feeds.get(world.db) ?? new Feed(world);
  feeds.set(world.db, feed);
  return feed;
};

/**
 * Names of events as they happen anywhere in the house, until `signal` aborts: a name and nothing else, so that an open
 * page knows when to read again and learns of nobody. Several of one name that come together are told once.
 */
export async function* houseNews(
  world: World,
  names: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<string> {
  const waiting = new Set<string>();
  let wake = () => {};
  const unlisten = feedOf(world).listen({
    names: new Set(names),
    hear(name) {
      waiting.add(name);
      wake();
    },
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal.aborted) {
      const [name] = waiting;
      if (name !== undefined) {
        waiting.delete(name);
        yield name;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal.aborted || waiting.size > 0) resolve();
      });
    }
  } finally {
    unlisten();
    signal.removeEventListener('abort', onAbort);
  }
}
