import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { minorOn } from '../rules/student-line.ts';
import { makeArchive, safeName } from './make-archive.ts';

/** Papers of a list that was typed in: drawn before a connection is taken, kept nowhere, always drafts. */
export const exportPapers = useCase(contract.exportPapers, {
  right: 'practice.paper.make',
  async prepare({ input }) {
    const { practice } = input.set;
    if (practice.to < practice.from)
      throw refuse(
        'practice:error.endsBeforeStart',
        {},
        { fields: [{ path: 'set.practice.to', key: 'practice:error.endsBeforeStart' }] },
      );
    const set = {
      ...input.set,
      students: input.set.students.map((one) => ({
        ...one,
        minor: one.birthDate ? minorOn(one.birthDate, practice.from) : one.minor,
      })),
    };
    const bytes = await makeArchive(set, {
      kinds: input.kinds,
      formats: input.formats,
      draft: true,
      demo: false,
    });
    return Buffer.from(bytes).toString('base64');
  },
  run: async ({ input, prepared }) => ({
    name: safeName(`Бумаги ${input.set.group}, ${input.set.host.shortName}.zip`),
    type: 'application/zip',
    base64: prepared,
  }),
  reads: ({ input }) => ({ kind: 'practice.papers', id: input.set.group }),
});
