import { type Paper, renderPaper } from '../../../platform/papers/index.ts';
import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { FILE_TYPES } from '../results/print-protocol.ts';
import { seesNames } from '../sessions/get-session.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import { briefingPaper } from './briefing.ts';
import { checkPaper } from './check.ts';
import { drawPaper } from './draw.ts';
import { readExam } from './read-exam.ts';
import { statementPaper } from './statement.ts';

const PAPERS = { briefing: briefingPaper, draw: drawPaper, check: checkPaper, statement: statementPaper };

/** A paper of the day before or of the board; there is none of what has not happened yet. */
export const printExamPaper = useCase(contract.printExamPaper, {
  right: 'exams.session.read',
  async run({ input, tx, actor, scope }) {
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor) });
    const { data, isDemo } = await readExam(tx, session, seesNames(actor.role, session.state));
    const lacks =
      (input.paper === 'draw' && !data.draw) ||
      (input.paper === 'check' && !data.checkedOn) ||
      (input.paper === 'statement' && !data.protocol);
    if (lacks) throw refuse('exams:error.noPaperYet', { code: session.code }, { status: 409 });
    const file = await renderPaper(PAPERS[input.paper] as unknown as Paper, data, {
      format: input.format,
      title: `${session.code} ${input.paper}`,
      demo: isDemo,
      timeoutMs: 20_000,
      draft: input.paper === 'statement' && session.resultsOn === null,
    });
    return {
      name: `${input.paper}-${session.id.slice(-6)}.${input.format}`,
      type: FILE_TYPES[input.format],
      base64: Buffer.from(file).toString('base64'),
    };
  },
  reads: ({ input }) => ({ kind: 'exams.session', id: input.id }),
});
