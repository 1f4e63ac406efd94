import { found, notFound, refuse, useCase } from '../use-case/index.ts';
import { takeFileAway } from './attach.ts';
import { contract } from './contract.ts';
import { fileOwnerOf } from './define-file-owner.ts';
import { fileRow } from './file-row.ts';

export const removeFile = useCase(contract.removeFile, {
  right: 'files.file.use',
  async run(args) {
    const { input, tx, actor, today } = args;
    const row = found(await fileRow(tx, input.id));
    if (row.owner_kind === null) {
      if (!actor.personId || row.uploaded_by !== actor.personId) throw notFound();
    } else {
      const owner = found(fileOwnerOf(row.owner_kind));
      const question = { tx, actor, id: row.owner_id ?? '', today };
      if (!(await owner.mayRead(question))) throw notFound();
      if (!(await owner.mayChange?.(question))) throw refuse('files:error.mayNotChange', {}, { status: 403 });
    }
    await takeFileAway(args, input.id);
    return {};
  },
});
