import { useSyncExternalStore } from 'react';

const query = typeof matchMedia === 'undefined' ? null : matchMedia('(max-width: 720px)');
const listeners = new Set<() => void>();

// One listener of the window for every widget that asks: with one each, a page of a hundred of them redraws a
// hundred times for one turn of a phone, and React takes that for an endless loop.
query?.addEventListener('change', () => {
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the window is as narrow as a phone: the same border as in the style sheets. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => query?.matches ?? false,
    () => false,
  );
}
