import { sql } from 'kysely';
import type { World } from '../use-case/execute.ts';
import { JOB_COLUMNS, type JobRow, type JobView, toJobView } from './job-view.ts';

const LOOK_MS = 1000;
type Listener = (job: JobView) => void;
type OwnedRow = JobRow & { owner_person_id: string };

/** One look a second for all listeners of a process; the jobs may run in any other. */
class Feed {
  readonly #world: World;
  readonly #listeners = new Map<string, Set<Listener>>();
  #timer: NodeJS.Timeout | null = null;
  #known = new Map<string, string>();
  #looking = false;

  constructor(world: World) {
    this.#world = world;
  }

  listen(personId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(personId) ?? new Set();
    this.#listeners.set(personId, listeners.add(listener));
    this.#timer ??= setInterval(() => void this.#look(), LOOK_MS);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(personId);
      if (this.#listeners.size > 0 || !this.#timer) return;
      clearInterval(this.#timer);
      this.#timer = null;
      this.#known.clear();
    };
  }

  /** What a page shows at once: all that is under way and what has just ended. */
  async recent(persons: readonly string[]): Promise<OwnedRow[]> {
    const { rows } = await sql<OwnedRow>`select ${JOB_COLUMNS}, owner_person_id from platform.job
      where owner_person_id = any(${persons}::uuid[]) and (state in ('queued', 'running', 'cancelling')
        or finished_at > clock_timestamp() - interval '2 minutes')
      order by created_at, id`.execute(this.#world.db);
    return rows;
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const seen = new Map<string, string>();
      for (const row of await this.recent([...this.#listeners.keys()])) {
        const view = toJobView(row);
        const text = JSON.stringify(view);
        seen.set(view.id, text);
        if (this.#known.get(view.id) === text) continue;
        for (const listener of this.#listeners.get(row.owner_person_id) ?? []) listener(view);
      }
      this.#known = seen;
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
 * The jobs of one person as they change: first those under way or just ended, then every change, until `signal`
 * aborts. A slow reader gets the newest state of each job, not every step of it.
 */
export async function* jobEvents(
  world: World,
  personId: string,
  signal: AbortSignal,
): AsyncGenerator<JobView> {
  const feed = feedOf(world);
  const news = new Map<string, JobView>();
  let wake = () => {};
  const unlisten = feed.listen(personId, (job) => {
    news.set(job.id, job);
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (const row of await feed.recent([personId])) if (!news.has(row.id)) news.set(row.id, toJobView(row));
    while (!signal.aborted) {
      const [job] = news.values();
      if (job) {
        news.delete(job.id);
        yield job;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal.aborted || news.size > 0) resolve();
      });
    }
  } finally {
    unlisten();
    signal.removeEventListener('abort', onAbort);
  }
}
