import { sql } from 'kysely';
import { type Paper, renderPaper } from '../../../platform/papers/index.ts';
import { type Actor, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { cardPaper } from '../papers/card.ts';
import { FILE_TYPES } from '../results/print-protocol.ts';
import { loadCard } from './load-card.ts';

/** The own card of a student; of the own college, or all of them, for those who issue cards. */
export const cardWithin = (actor: Actor, examineeId: string) =>
  sql<boolean>`e.id = ${examineeId} and (e.person_id = ${actor.role === 'student' ? actor.personId : null}::uuid
    or ${actor.rights['exams.card.issue'] === 'all'}::boolean
    or (${actor.rights['exams.card.issue'] === 'organisation'}::boolean and e.organisation_id = ${actor.organisationId}))`;

export const printCard = useCase(contract.printCard, {
  right: 'exams.kit.read',
  async run({ input, tx, actor }) {
    const card = await loadCard(tx, cardWithin(actor, input.examineeId));
    const { rows } = await sql<{
      number: string | null;
      link: string | null;
    }>`select number, link from exams.passport
      where examinee_id = ${input.examineeId}`.execute(tx);
    const data = {
      ...card.content,
      issuedOn: card.issuedOn,
      hash: card.hash,
      // the address of the public page stands on paper only while the person consents
      address: card.consent ? new URL(`/card/${card.token}`, input.origin).href : null,
      passport: rows[0]?.number ?? rows[0]?.link ?? null,
    };
    const file = await renderPaper(cardPaper as unknown as Paper, data, {
      format: input.format,
      title: card.content.number,
      draft: false,
      demo: card.isDemo,
      fingerprint: card.hash,
      timeoutMs: 20_000,
    });
    return {
      name: `card-${card.content.number.slice(3)}.${input.format}`,
      type: FILE_TYPES[input.format],
      base64: Buffer.from(file).toString('base64'),
    };
  },
  reads: ({ input }) => ({ kind: 'exams.card', id: input.examineeId }),
});
