export { CASES, type Case, type Correction, type Declined } from './cases.ts';
export { dateInWords, longDate, shortDate } from './dates.ts';
export { declineOrganisation, declinePost } from './decline-phrase.ts';
export { declineName, fullName, initialsFirst, initialsLast, type PersonName } from './names.ts';
export { countInWords, type Forms, moneyInWords, pluralOf } from './sums.ts';
