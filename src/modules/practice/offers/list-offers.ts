import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { homeOf } from './home-of.ts';
import { type OfferRow, offerColumns, offerFrom, offersWithin } from './offer-row.ts';

export const listOffers = useCase(contract.listOffers, {
  right: 'practice.offer.read',
  async run({ input, tx, actor, scope, today }) {
    const { programme = null, from = null, to = null, km = null, search = '', rural, free, own } = input;
    const homeId = input.municipalityId ?? (await homeOf(tx, actor));
    const words = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const { rows } =
      await sql<OfferRow>`select * from (select ${offerColumns(actor)} from ${offerFrom({ homeId, from, to })}
      where ${offersWithin(scope, actor)} and f.state <> 'withdrawn'
        and (${own === true}::boolean = false or f.organisation_id = ${actor.organisationId})
        and (${scope === 'organisation'}::boolean or upper(f.period) > ${today}::date)
        and (${programme}::text is null or ${programme}::text = any(f.programmes))
        and (${from}::date is null or lower(f.period) <= ${from}::date)
        and (${to}::date is null or upper(f.period) > ${to}::date)
        and (${rural === true}::boolean = false or m.is_rural)
        and (${search === ''}::boolean or f.title ilike ${words} or o.short_name ilike ${words})) x
      where (${km}::float8 is null or x.km <= ${km}::float8) and (${free === true}::boolean = false or x.taken < x.capacity)
      order by x."from", x.km nulls last, x.organisation, x.title, x.id`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ offer: may('practice.offer.edit'), place: may('practice.placement.edit') }),
});
