import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { PAPERS_OF_GROUP } from './all-papers.ts';
import { renderOne, safeName } from './make-archive.ts';
import type { REGISTERED } from './paper-contract.ts';
import { type PaperSet, paperSet } from './paper-set.ts';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

interface Row {
  kind: (typeof REGISTERED)[number];
  number: string;
  content: PaperSet;
  isDemo: boolean;
}

/** From what was registered, not from what the registers say today. */
export const printRegistered = useCase(contract.printRegistered, {
  right: 'practice.paper.make',
  async run({ input, tx, actor, scope }) {
    const { rows } =
      await sql<Row>`select x.kind, x.number, x.content, x.is_demo as "isDemo" from practice.paper x
      where x.id = ${input.id} and ${within(scope, actor, { organisation: 'x.organisation_id' })}`.execute(
        tx,
      );
    const { kind, number, content, isDemo } = found(rows[0]);
    const file = await renderOne(kind, paperSet.parse(content), input.format, { draft: false, demo: isDemo });
    return {
      name: safeName(`${PAPERS_OF_GROUP[kind].file.slice(3)} ${number}.${input.format}`),
      type: TYPES[input.format],
      base64: Buffer.from(file).toString('base64'),
    };
  },
  reads: ({ input }) => ({ kind: 'practice.paper', id: input.id }),
});
