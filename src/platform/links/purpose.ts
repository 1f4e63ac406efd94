import type { MessageKey } from '../i18n/index.ts';

/**
 * What a link alone can give. There is no signature among it on purpose: «Подписан» needs a signature of a kind
 * that the parties agreed on, never a link.
 */
export type LinkGives = 'acknowledged' | 'preliminary_consent' | 'invitation' | 'answer';

export interface LinkPurpose {
  /** Lasting name: `practice.agreement-seen`. */
  purpose: string;
  /** What it is for, in one line; filled from the link's `titleParams`. */
  titleKey: MessageKey;
  gives: LinkGives;
  /** Where the page of an `invitation` or `answer` is; the token follows in the fragment. */
  page?: string;
}

const known = new Map<string, LinkPurpose>();

/** Declares a purpose for which a module issues links. A purpose that needs a form of its own names its `page`. */
export function defineLinkPurpose(declared: LinkPurpose): LinkPurpose {
  if (known.has(declared.purpose)) throw new Error(`The link purpose ${declared.purpose} is declared twice`);
  if ((declared.gives === 'invitation' || declared.gives === 'answer') !== (declared.page !== undefined))
    throw new Error(
      `${declared.purpose}: invitations and answers have a page of their own, the others have none`,
    );
  known.set(declared.purpose, declared);
  return declared;
}

/** Throws on a purpose nobody declared: a fault of the program, not of a person. */
export function purposeOf(purpose: string): LinkPurpose {
  const found = known.get(purpose);
  if (!found) throw new Error(`Nobody declared the link purpose ${purpose}`);
  return found;
}
