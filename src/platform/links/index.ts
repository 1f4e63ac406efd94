export { type IssuedLink, issueLink, killLinks, linkAddress, type NewLink } from './issue-link.ts';
export { MAX_WRONG_TRIES } from './link-row.ts';
export { listLinks, type SentLink } from './list-links.ts';
export { type Peeked, peekLink } from './peek-link.ts';
export { defineLinkPurpose, type LinkGives, type LinkPurpose } from './purpose.ts';
export { type Spent, spendLink } from './spend-link.ts';
