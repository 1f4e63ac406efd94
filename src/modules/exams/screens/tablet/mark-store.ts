import type { QueuedMark, Refused } from './mark-queue.ts';
import type { Sheet } from './sheet.ts';

/** What a tablet keeps of one exam until the server has it all. */
export interface Kept {
  sheet: Sheet | null;
  queue: QueuedMark[];
  refused: Refused[];
  sequence: number;
  device: string;
  /** How far this tablet's clock is ahead of the server's, in milliseconds, when they last spoke. */
  ahead: number;
}

const NAME = 'rostok-exam';
const STORE = 'exams';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One transaction of the store; only a finished one is on the disk. */
async function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
  const db = await open();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(STORE, mode, { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE));
    });
  } finally {
    db.close();
  }
}

const newDevice = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `tablet-${[...bytes].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
};
const nothing = (): Kept => ({
  sheet: null,
  queue: [],
  refused: [],
  sequence: 0,
  device: newDevice(),
  ahead: 0,
});

/** Two experts at one tablet do not share a queue. */
const keyOf = (sessionId: string, personId: string) => `${sessionId}/${personId}`;

/**
 * Changes what is kept in one transaction, from what lies there now and not from what this page remembers: the same
 * exam may be open twice on one tablet, and neither window may wipe out the marks of the other.
 */
export async function changeKept(
  sessionId: string,
  personId: string,
  change: (kept: Kept) => Kept,
): Promise<Kept> {
  const key = keyOf(sessionId, personId);
  let after = nothing();
  await inStore('readwrite', (store) => {
    const request = store.get(key) as IDBRequest<Kept | undefined>;
    request.onsuccess = () => {
      after = change({ ...after, ...request.result });
      store.put(after, key);
    };
  });
  return after;
}

/** What is kept, or a beginning; the name of the device is kept from the first moment. */
export const readKept = (sessionId: string, personId: string): Promise<Kept> =>
  changeKept(sessionId, personId, (kept) => kept);

/** After the lock nothing of the exam stays on the tablet: neither marks nor the page's files. */
export async function eraseKept(sessionId: string, personId: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(keyOf(sessionId, personId)));
  if ('caches' in globalThis) await caches.delete(NAME);
}

/** Puts the page and its files where the service worker finds them without network. */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return false;
  await navigator.serviceWorker.register('/exam-offline.js');
  const cache = await caches.open(NAME);
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const files = new Set(loaded.filter((name) => new URL(name).pathname.startsWith('/assets/')));
  const wanted = [location.pathname, '/api/session', ...files];
  await Promise.allSettled(wanted.map((one) => cache.add(one)));
  // without network nothing is added, yet what was kept before is enough
  const found = await Promise.all(wanted.map((one) => cache.match(one, { ignoreVary: true })));
  return found.every((one) => one !== undefined);
}
