import { sql } from 'kysely';
import { type Paper, renderPaper } from '../../../platform/papers/index.ts';
import { signaturesOf } from '../../../platform/signing/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { protocolPaper } from '../papers/protocol.ts';
import { seesNames } from '../sessions/get-session.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import type { ProtocolContent } from './form-protocol.ts';

export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The protocol as a file; a draft until everybody has signed. */
export const printProtocol = useCase(contract.printProtocol, {
  right: 'exams.session.read',
  async run({ input, tx, actor, scope }) {
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor) });
    const { rows } = await sql<{
      content: ProtocolContent;
      hash: string;
      isDemo: boolean;
    }>`select p.content, p.hash, s.is_demo as "isDemo"
      from exams.protocol p join exams.session s on s.id = p.session_id where p.session_id = ${session.id}
      order by p.version desc limit 1`.execute(tx);
    const { content, hash, isDemo } = found(rows[0]);
    const named = seesNames(actor.role, session.state);
    const signatures = (await signaturesOf(tx, { kind: 'exams.protocol', id: session.id, hash })).filter(
      ({ standing }) => standing === 'valid',
    );
    const data = {
      ...content,
      lines: content.lines.map((line) => ({ ...line, name: named ? line.name : '' })),
      signed: signatures.map(({ signer_name, signed_on, kind }) => ({
        name: signer_name,
        on: signed_on,
        kind,
      })),
    };
    const file = await renderPaper(protocolPaper as unknown as Paper, data, {
      format: input.format,
      title: content.number,
      draft: session.state === 'marked',
      demo: isDemo,
      fingerprint: hash,
      timeoutMs: 20_000,
    });
    return {
      name: `protocol-${session.id.slice(-6)}-${content.version}.${input.format}`,
      type: FILE_TYPES[input.format],
      base64: Buffer.from(file).toString('base64'),
    };
  },
  reads: ({ input }) => ({ kind: 'exams.protocol', id: input.id }),
});
