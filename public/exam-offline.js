// Lets the marking page of an exam be opened again without network. Marks themselves lie in IndexedDB (mark-store.ts);
// here are only the page, its files and who is signed in. The page fills the cache and erases it after the lock.
const CACHE = 'rostok-exam';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** From the network while there is one; what was kept, when there is none. */
async function fresh(request, keep) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (keep && response.ok) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function kept(request) {
  const found = await (await caches.open(CACHE)).match(request, { ignoreVary: true });
  return found ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const marking = /^\/exams\/[^/]+\/marking$/;
  const fromMarking = request.referrer !== '' && marking.test(new URL(request.referrer).pathname);
  if (request.mode === 'navigate' && marking.test(pathname)) event.respondWith(fresh(request, true));
  else if (pathname === '/api/session' && fromMarking) event.respondWith(fresh(request, true));
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request));
});
