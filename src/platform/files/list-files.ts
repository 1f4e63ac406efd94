import { sql } from 'kysely';
import { settingOn } from '../rules/setting-on.ts';
import { found, notFound, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { fileOwnerOf } from './define-file-owner.ts';

interface Row {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  at: string;
  mine: boolean;
}

export const listFiles = useCase(contract.listFiles, {
  right: 'files.file.use',
  async run({ input, tx, actor, today }) {
    const owner = found(fileOwnerOf(input.kind));
    const question = { tx, actor, id: input.recordId, today };
    if (!(await owner.mayRead(question))) throw notFound();
    const { rows } = await sql<Row>`select id, name, size, media_type as "mediaType", at,
        uploaded_by is not distinct from ${actor.personId} as mine
      from platform.file where owner_kind = ${input.kind} and owner_id = ${input.recordId} and removed_at is null
      order by at, id`.execute(tx);
    const mayChange = (await owner.mayChange?.(question)) ?? false;
    return { rows, mostMegabytes: await settingOn<number>(tx, 'files.mostMegabytes', today), mayChange };
  },
  can: ({ data }) => ({ change: data.mayChange }),
});
