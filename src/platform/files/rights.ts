import { rightsTable } from '../rights/index.ts';

/** Who may bring and open files at all; which files, the record they belong to decides (see define-file-owner.ts). */
export const rights = rightsTable({
  'files.file.use': { signedIn: 'own' },
});
