import type { TableSchema } from '../../../platform/sheets/index.ts';
import { contingentSchema } from './contingent-schema.ts';
import { curriculumSchema } from './curriculum-schema.ts';
import { admissionSchema, importAdmission } from './import-admission.ts';
import { importContingent } from './import-contingent.ts';
import { importCurriculum } from './import-curriculum.ts';

export type ImportKind = 'contingent' | 'curriculum' | 'admission';

/** Of each kind: how the file is read, which columns it has, and the permission that writes it. */
export const KINDS = {
  contingent: {
    read: importContingent,
    schema: contingentSchema,
    right: 'programmes.student.edit',
    required: ['fullName', 'group'],
  },
  curriculum: {
    read: importCurriculum,
    schema: curriculumSchema,
    right: 'programmes.programme.edit',
    required: ['name', 'hours'],
  },
  admission: {
    read: importAdmission,
    schema: admissionSchema,
    right: 'programmes.admission.edit',
    required: ['code'],
  },
} as const satisfies Record<
  ImportKind,
  { read: unknown; schema: TableSchema; right: string; required: string[] }
>;
