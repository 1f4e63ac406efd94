export { sortKey as sortKeyOf } from '../../platform/i18n/sort-key.ts';
