import { found, refuse, useCase } from '../use-case/index.ts';
import { attachFile as give } from './attach.ts';
import { contract } from './contract.ts';
import { fileOwnerOf } from './define-file-owner.ts';

export const attachFile = useCase(contract.attachFile, {
  right: 'files.file.use',
  async run(args) {
    const { input, tx, actor, today } = args;
    const owner = found(fileOwnerOf(input.kind));
    if (!(await owner.mayChange?.({ tx, actor, id: input.recordId, today })))
      throw refuse('files:error.mayNotChange', {}, { status: 403 });
    const row = await give(args, input.id, { kind: input.kind, id: input.recordId });
    return { id: row.id, name: row.name, size: row.size, mediaType: row.media_type, at: row.at, mine: true };
  },
});
