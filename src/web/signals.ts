/** News that any request may bring and the shell of the portal shows: no network, session over. */
type Listener = () => void;

let reachable = true;
let lostAt: string | null = null;
let expired = false;
const listeners = new Set<Listener>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function subscribeSignals(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A request did or did not reach the server. */
export function announceReach(reached: boolean): void {
  if (reached === reachable) return;
  reachable = reached;
  lostAt = reached ? null : new Date().toISOString();
  tell();
}

/** A request met 401 though a person had signed in: open the sign-in over the page. */
export function announceExpired(): void {
  if (expired) return;
  expired = true;
  tell();
}

export function forgetExpired(): void {
  expired = false;
  tell();
}

export const lostSince = (): string | null => lostAt;
export const isExpired = (): boolean => expired;

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => announceReach(false));
  window.addEventListener('online', () => announceReach(true));
}
