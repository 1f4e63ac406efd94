import { createHash } from 'node:crypto';

/** JSON with sorted keys and no spaces: equal data, equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

/** SHA-256 in hex. */
export function fingerprint(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
