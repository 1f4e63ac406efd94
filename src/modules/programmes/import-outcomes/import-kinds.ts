import { addImportKinds, type ImportKind, needsKind, vacanciesKind } from '../../needs/index.ts';
import { outcomesKind } from './outcomes-kind.ts';
import { contingentKind, curriculumKind } from './register-kinds.ts';

/** Every kind of file the house takes in; a new importer is added here. */
export const importKinds: readonly ImportKind[] = [
  outcomesKind,
  vacanciesKind,
  needsKind,
  contingentKind,
  curriculumKind,
];

// a file dropped in the room of needs is recognised among all of these
addImportKinds(importKinds);
