import { found, notFound, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { loadOffer } from './load-offer.ts';
import { openOffer, putOffer } from './put-offer.ts';

/** A frozen offer takes part in a round: it is not edited. Units of those placed are never taken away. */
export const saveOffer = useCase(contract.saveOffer, {
  right: 'practice.offer.edit',
  async run(args) {
    const { input, tx, actor } = args;
    const { id, rev, open, ...offer } = input;
    const organisationId = found(actor.organisationId);
    if (!id) {
      const fresh = await putOffer(args, organisationId, offer);
      if (open) await openOffer(args, fresh, organisationId);
      return { id: fresh };
    }
    const before = await loadOffer(tx, id, true);
    if (before.organisationId !== organisationId) throw notFound();
    if (before.state === 'frozen') throw refuse('practice:error.offerFrozen', {}, { status: 409 });
    if (before.state === 'withdrawn') throw refuse('practice:error.offerWithdrawn', {}, { status: 409 });
    if (rev !== undefined && rev !== before.rev) throw stale();
    await putOffer(args, organisationId, { ...offer, id });
    if (open && before.state === 'draft') await openOffer(args, id, organisationId);
    return { id };
  },
});
