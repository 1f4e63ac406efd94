import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { settingsOf } from '../../../platform/rules/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { maximaRule } from '../rules/kit-rules.ts';
import { faultsOfKit } from './faults-of-kit.ts';
import { readKitFile } from './read-kit-file.ts';
import { KIT_BYTES, type KitRemark } from './schemas.ts';

/** Reads the file, keeps what was read, and says every fault; changes nothing else. */
export const previewKitFile = useCase(contract.previewKitFile, {
  right: 'exams.kit.edit',
  async prepare({ input }) {
    const bytes = Buffer.from(input.content, 'base64');
    if (bytes.byteLength > KIT_BYTES)
      throw refuse('exams:error.fileTooBig', { limit: KIT_BYTES / 1_000_000 }, { status: 413 });
    return {
      ...(await readKitFile(bytes, input.name)),
      hash: createHash('sha256').update(bytes).digest('hex'),
    };
  },
  async run({ input, tx, actor, now, today, newId, prepared }) {
    const { body, partial, hash } = prepared;
    const sums = body ? faultsOfKit(body, await settingsOf(tx, maximaRule, today)) : [];
    const remarks: KitRemark[] = [
      ...prepared.remarks,
      ...sums.map(({ key, params }) => ({ sheet: '', row: 0, cell: '', refused: true, id: key, params })),
    ];
    const refused = remarks.filter((one) => one.refused).length;
    const fileId = newId();
    await sql`insert into exams.kit_file (id, file_name, hash, content, remarks, made_by, made_at)
      values (${fileId}, ${input.name}, ${hash}, ${JSON.stringify({ body: refused === 0 ? body : null })}::jsonb,
        ${JSON.stringify(remarks)}::jsonb, ${actor.personId}, ${now})`.execute(tx);
    const aspects = (partial.criteria ?? []).flatMap((one) => one.subcriteria.flatMap((sub) => sub.aspects));
    return {
      fileId,
      code: partial.code ?? null,
      modules: partial.modules?.length ?? 0,
      aspects: aspects.length,
      items: partial.items?.length ?? 0,
      max: partial.max ?? 0,
      refused,
      remarks: remarks.sort((a, b) => Number(b.refused) - Number(a.refused)).slice(0, 500),
    };
  },
});
