import { readSheet } from '../../../platform/sheets/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { LIST_BYTES } from './paper-contract.ts';

const LIMITS = { maxBytes: LIST_BYTES, maxRows: 1_000, timeoutMs: 20_000, heapMb: 384 };

/** A spreadsheet becomes lines of text: the same reader then looks at a pasted list and at a file. */
export const readStudentList = useCase(contract.readStudentList, {
  right: 'practice.paper.make',
  async prepare({ input }) {
    const bytes = Buffer.from(input.content, 'base64');
    if (bytes.byteLength > LIST_BYTES)
      throw refuse('practice:error.fileTooBig', { limit: LIST_BYTES / 1_000_000 }, { status: 413 });
    const book = await readSheet(bytes, { name: input.name, limits: LIMITS });
    const sheet = book.sheets.find((one) => !one.hidden && one.rows.length > 0);
    return (sheet?.rows ?? []).map((row) =>
      row
        .map((cell) => (cell === null ? '' : String(cell).trim()))
        .filter((one) => one !== '')
        .join(' '),
    );
  },
  run: async ({ prepared }) => ({ lines: prepared.filter((line) => line !== '') }),
});
