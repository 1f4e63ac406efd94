import { createHmac, timingSafeEqual } from 'node:crypto';

export const COOKIE_PREFIX = 'rostok';

/** The session cookie's name; over https the prefix forbids browsers to send it in the clear. */
export const sessionCookieName = (origin: string) =>
  `${origin.startsWith('https:') ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;

const sign = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest();

function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

const decoded = (value: string) => {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
};

/**
 * Makes the reader of session cookies: `token.signature` (HMAC-SHA-256 in base64, as the sign-in library writes
 * it) → the token, or null when the cookie is missing or its signature is not ours. Asks no database.
 */
export function sessionCookieReader(
  secret: string,
  origin: string,
): (header: string | null) => string | null {
  const name = sessionCookieName(origin);
  return (header) => {
    const value = decoded(cookieValue(header ?? '', name) ?? '');
    const at = value?.lastIndexOf('.') ?? -1;
    if (!value || at < 1) return null;
    const token = value.slice(0, at);
    const given = Buffer.from(value.slice(at + 1), 'base64');
    const right = sign(token, secret);
    return given.length === right.length && timingSafeEqual(given, right) ? token : null;
  };
}
