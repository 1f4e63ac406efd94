import { createPrivateKey, sign } from 'node:crypto';
import { canonical } from '../../../platform/history/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadCard } from './load-card.ts';
import { cardWithin } from './print-card.ts';
import { signingKey } from './signing-key.ts';

/** Signed JSON: Ed25519 over the canonical JSON of the card, checked by anybody who has the public key. */
export const exportCard = useCase(contract.exportCard, {
  right: 'exams.kit.read',
  async run({ input, tx, actor }) {
    const { content, hash } = await loadCard(tx, cardWithin(actor, input.examineeId));
    const { publicKey, privateKey } = found(await signingKey(tx));
    const signature = sign(
      null,
      Buffer.from(canonical(content), 'utf8'),
      createPrivateKey(privateKey),
    ).toString('base64');
    return { card: content, hash, signature, publicKey, algorithm: 'Ed25519' as const };
  },
  reads: ({ input }) => ({ kind: 'exams.card', id: input.examineeId }),
});
