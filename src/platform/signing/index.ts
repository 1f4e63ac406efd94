export { isOther, type Preparer, requireOther } from './two-persons.ts';
