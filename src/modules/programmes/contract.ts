import { admission } from './contract/admission.ts';
import { groups } from './contract/groups.ts';
import { imports } from './contract/imports.ts';
import { programmes } from './contract/programmes.ts';
import { students } from './contract/students.ts';
import { teaching } from './contract/teaching.ts';

export { seatLineRow } from './contract/admission.ts';
export {
  FORMS,
  FUNDINGS,
  IMPORT_BYTES,
  IMPORT_KINDS,
  MODULE_KINDS,
  STATUSES,
  TEACHING_TERMS,
} from './contract/common.ts';
export { groupRow } from './contract/groups.ts';
export { importReport } from './contract/imports.ts';
export { moduleFields, programmeFields, programmeRow } from './contract/programmes.ts';
export { personFields, studentRow } from './contract/students.ts';
export { teachingRow } from './contract/teaching.ts';

/** What crosses the wire, by noun. */
export const contract = { ...programmes, ...groups, ...students, ...teaching, ...admission, ...imports };
