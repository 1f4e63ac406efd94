import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { EXPERT_FILE_BYTES } from '../experts/expert-contract.ts';
import { readExpertFile } from './expert-file.ts';
import { matchExperts } from './match-experts.ts';

export const readUpload = ({ name, content }: { name: string; content: string }) => {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.byteLength > EXPERT_FILE_BYTES)
    throw refuse('specialists:error.fileTooBig', { limit: EXPERT_FILE_BYTES / 1_000_000 }, { status: 413 });
  return readExpertFile(bytes, name);
};

/** Says what importing would do; nothing is stored, not even the file. */
export const previewExperts = useCase(contract.previewExperts, {
  right: 'specialists.expert.edit',
  prepare: ({ input }) => readUpload(input),
  async run({ tx, prepared }) {
    const { matched, remarks } = await matchExperts(tx, prepared.rows);
    const all = [...prepared.remarks, ...remarks];
    const people = new Map(
      matched.map((one) => [
        one.personId ?? `${one.data.surname} ${one.data.givenName} ${one.data.patronymic}`,
        one,
      ]),
    );
    return {
      rows: prepared.count,
      add: [...people.values()].filter(({ expertId }) => !expertId).length,
      change: [...people.values()].filter(({ expertId }) => expertId).length,
      refused: new Set(all.filter((one) => one.refused).map(({ row }) => row)).size,
      missing: prepared.missing,
      remarks: all
        .toSorted((a, b) => Number(b.refused) - Number(a.refused) || a.row - b.row)
        .slice(0, 500)
        .map(({ row: _row, ...one }) => one),
    };
  },
});
