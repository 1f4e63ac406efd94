// Lets the marking page of an exam be opened again without network. Marks themselves lie in IndexedDB (mark-store.ts);
// here are only the page, its files and who is signed in. The page makes the cache and erases it after the lock: what
// has no cache is left to the network, so nothing of an exam that is over comes back.
const CACHE = 'rostok-exam';
const MARKING = /^\/exams\/[^/]+\/marking$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const cacheOfExam = async () => ((await caches.has(CACHE)) ? caches.open(CACHE) : null);

/** From the network while there is one; what was kept, when there is none. */
async function fresh(request, key) {
  const cache = await cacheOfExam();
  try {
    const response = await fetch(request);
    if (cache && response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const found = await cache?.match(key, { ignoreVary: true });
    if (found) return found;
    throw error;
  }
}

async function kept(request) {
  const found = await (await cacheOfExam())?.match(request, { ignoreVary: true });
  return found ?? fetch(request);
}

/** Pages send no referrer: who asks is known by the window alone. */
async function asksFromMarking(clientId) {
  const client = clientId ? await self.clients.get(clientId) : undefined;
  return client !== undefined && MARKING.test(new URL(client.url).pathname);
}

async function session(request, clientId) {
  return (await asksFromMarking(clientId)) ? fresh(request, '/api/session') : fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request, clientId } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && MARKING.test(pathname)) event.respondWith(fresh(request, pathname));
  else if (pathname === '/api/session') event.respondWith(session(request, clientId));
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request));
});
