import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { schoolYearDays, yearLater } from '../rules/days.ts';
import { type OfferFields, openOffer, putOffer } from './put-offer.ts';

interface Last extends OfferFields {
  id: string;
  here: boolean;
}

/** Offers last year's places again: the same but a year later. What is already renewed is left alone. */
export const renewOffers = useCase(contract.renewOffers, {
  right: 'practice.offer.edit',
  async run(args) {
    const { input, tx, actor } = args;
    const house = found(actor.organisationId);
    const { from, to } = schoolYearDays(input.schoolYear - 1);
    const { rows } =
      await sql<Last>`select f.id, f.title, to_jsonb(f.programmes) as programmes, to_jsonb(f.competences) as competences,
        to_jsonb(f.kinds) as kinds, lower(f.period) as "from", upper(f.period) - 1 as "to", f.capacity, f.min_group as "minGroup",
        f.municipality_id as "municipalityId", f.address, f.minutes_a_day as "minutesADay", f.days_a_week as "daysAWeek", f.night,
        f.works, to_jsonb(f.hazards) as hazards, f.needs_medical as "needsMedical", f.takes_minors as "takesMinors", f.accessible,
        f.lodging, f.transport, f.pay, f.employs, null::uuid as "keptFor",
        exists (select 1 from practice.offer n where n.renewed_from = f.id and n.state <> 'withdrawn') as here
      from practice.offer f where f.organisation_id = ${house} and f.state in ('open', 'frozen') and f.kept_for is null
        and lower(f.period) between ${from}::date and ${to}::date order by lower(f.period), f.id for update`.execute(
        tx,
      );
    const fresh = rows.filter(({ here }) => !here);
    for (const { id: renewedFrom, here: _, ...offer } of fresh) {
      const id = await putOffer(args, house, {
        ...offer,
        from: yearLater(offer.from),
        to: yearLater(offer.to),
        renewedFrom,
      });
      await openOffer(args, id, house);
    }
    return { renewed: fresh.length, skipped: rows.length - fresh.length };
  },
});
