const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Makes a key in the browser: the server gets its hash alone and never sees the key before its first use. Needs
 * https or localhost, as browsers give `crypto.subtle` nowhere else.
 */
export async function makeKey(): Promise<{ key: string; keyHash: string }> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  const key = `rostok_${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
  const keyHash = hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));
  return { key, keyHash };
}
