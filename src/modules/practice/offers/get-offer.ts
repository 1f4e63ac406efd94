import { sql } from 'kysely';
import type { z } from 'zod';
import { settingOn } from '../../../platform/rules/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { hazardRow } from '../rules/limits.ts';
import { homeOf } from './home-of.ts';
import { offerColumns, offerFrom, offersWithin } from './offer-row.ts';
import type { offerCard } from './schemas.ts';

type Card = Omit<z.output<typeof offerCard>, 'hazardList'>;

export const getOffer = useCase(contract.getOffer, {
  right: 'practice.offer.read',
  async run({ input, tx, actor, scope, today }) {
    const asked = { homeId: await homeOf(tx, actor), from: null, to: null };
    const { rows } =
      await sql<Card>`select ${offerColumns(actor)}, to_jsonb(f.competences) as competences, f.night, f.works,
        to_jsonb(f.hazards) as hazards, f.accessible, f.kept_for as "keptFor", f.rev
      from ${offerFrom(asked)} where f.id = ${input.id} and ${offersWithin(scope, actor)}`.execute(tx);
    const hazardList = await settingOn<z.output<typeof hazardRow>[]>(tx, 'practice.hazards', today);
    return { ...found(rows[0]), hazardList };
  },
  can: ({ data, actor, may }) => ({
    edit:
      may('practice.offer.edit') && data.organisationId === actor.organisationId && data.state !== 'frozen',
  }),
});
