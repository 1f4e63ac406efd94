import type { QueuedMark, Refused } from './mark-queue.ts';
import type { Sheet } from './sheet.ts';

/** What a tablet keeps of one exam until the server has it all. */
export interface Kept {
  sheet: Sheet | null;
  queue: QueuedMark[];
  refused: Refused[];
  sequence: number;
  device: string;
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

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(STORE, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(STORE));
      // only a finished transaction is on the disk
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

const newDevice = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `tablet-${[...bytes].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
};

/** Two experts at one tablet do not share a queue. */
const keyOf = (sessionId: string, personId: string) => `${sessionId}/${personId}`;

export async function readKept(sessionId: string, personId: string): Promise<Kept> {
  const found = await inStore<Kept | undefined>('readonly', (store) => store.get(keyOf(sessionId, personId)));
  return found ?? { sheet: null, queue: [], refused: [], sequence: 0, device: newDevice() };
}

export const writeKept = (sessionId: string, personId: string, kept: Kept) =>
  inStore('readwrite', (store) => store.put(kept, keyOf(sessionId, personId)));

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
  const files = loaded.filter((name) => new URL(name).pathname.startsWith('/assets/'));
  await Promise.allSettled([location.pathname, '/api/session', ...files].map((one) => cache.add(one)));
  return true;
}
