import type { Tx } from '../database/index.ts';
import { findLink, type LinkState, stateOf } from './link-row.ts';
import { type LinkGives, purposeOf } from './purpose.ts';

export type Peeked =
  | { state: 'unknown' }
  | {
      state: LinkState;
      titleKey: string;
      titleParams: Record<string, string>;
      gives: LinkGives;
      /** The page of its own, where the token goes on in the fragment; null: a button is enough. */
      page: string | null;
      codeNeeded: boolean;
      expiresAt: string;
    };

/** What a link is for and whether it still works. Spends nothing and counts nothing. */
export async function peekLink(tx: Tx, token: string, now: string): Promise<Peeked> {
  const found = await findLink(tx, token, { lock: false });
  if (!found?.secret) return { state: 'unknown' };
  const { row } = found;
  const { titleKey, gives, page } = purposeOf(row.purpose);
  return {
    state: stateOf(row, now),
    titleKey,
    titleParams: row.title_params,
    gives,
    page: page ?? null,
    codeNeeded: row.code_hash !== null,
    expiresAt: row.expires_at,
  };
}
