import { createHash, timingSafeEqual } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The token's two halves: whose row it is, and the secret of which only a hash is kept. */
export interface Token {
  id: string;
  secret: string;
}

/** 22 signs of the id and 43 of the secret, base64url. */
export const writeToken = ({ id, secret }: Token) =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') + secret;

export function readToken(token: string): Token | null {
  if (!/^[\w-]{65}$/.test(token)) return null;
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, secret: token.slice(22) };
}

export const secretHash = (secret: string) => sha256(`link:${secret}`);
export const codeHash = (secret: string, code: string) => sha256(`code:${secret}:${code}`);

export const sameHash = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
