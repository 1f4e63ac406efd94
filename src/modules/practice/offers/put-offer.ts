import { sql } from 'kysely';
import type { z } from 'zod';
import { beginState, moveState } from '../../../platform/states/index.ts';
import { found, type RunArgs } from '../../../platform/use-case/index.ts';
import { offerStates } from '../states.ts';
import type { offerFields } from './schemas.ts';
import { spreadUnits } from './units.ts';

export type OfferFields = z.output<typeof offerFields>;
type Args = Pick<RunArgs<unknown>, 'tx' | 'newId' | 'change' | 'actor' | 'now' | 'emit'>;

const list = (values: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/** Stores an offer with its units; the guards are the caller's. A new one begins as a draft. Gives its id. */
export async function putOffer(
  args: Args,
  organisationId: string,
  {
    id: oldId,
    renewedFrom = null,
    ...offer
  }: OfferFields & { id?: string | undefined; renewedFrom?: string | null },
): Promise<string> {
  const { tx, newId, change } = args;
  const id = oldId ?? newId();
  const { rows } = await sql<{ is_demo: boolean; access_class: string }>`select is_demo, access_class
    from registry.organisation_v where id = ${organisationId}`.execute(tx);
  const house = found(rows[0]);
  const period = sql`daterange(${offer.from}::date, ${offer.to}::date, '[]')`;
  if (oldId)
    await sql`update practice.offer set title = ${offer.title}, programmes = ${list(offer.programmes)},
        competences = ${list(offer.competences)}, kinds = ${list(offer.kinds)}, period = ${period}, capacity = ${offer.capacity},
        min_group = ${offer.minGroup}, municipality_id = ${offer.municipalityId}, address = ${offer.address},
        minutes_a_day = ${offer.minutesADay}, days_a_week = ${offer.daysAWeek}, night = ${offer.night}, works = ${offer.works},
        hazards = ${list(offer.hazards)}, needs_medical = ${offer.needsMedical}, takes_minors = ${offer.takesMinors},
        accessible = ${offer.accessible}, lodging = ${offer.lodging}, transport = ${offer.transport}, pay = ${offer.pay},
        employs = ${offer.employs}, kept_for = ${offer.keptFor}, rev = rev + 1 where id = ${id}`.execute(tx);
  else {
    await sql`insert into practice.offer (id, organisation_id, title, programmes, competences, kinds, period, capacity, min_group,
        municipality_id, address, minutes_a_day, days_a_week, night, works, hazards, needs_medical, takes_minors, accessible,
        lodging, transport, pay, employs, access_class, kept_for, state, renewed_from, is_demo)
      values (${id}, ${organisationId}, ${offer.title}, ${list(offer.programmes)}, ${list(offer.competences)}, ${list(offer.kinds)},
        ${period}, ${offer.capacity}, ${offer.minGroup}, ${offer.municipalityId}, ${offer.address}, ${offer.minutesADay},
        ${offer.daysAWeek}, ${offer.night}, ${offer.works}, ${list(offer.hazards)}, ${offer.needsMedical}, ${offer.takesMinors},
        ${offer.accessible}, ${offer.lodging}, ${offer.transport}, ${offer.pay}, ${offer.employs}, ${house.access_class},
        ${offer.keptFor}, ${offerStates.initial}, ${renewedFrom}, ${house.is_demo})`.execute(tx);
    await beginState(args, offerStates, id);
  }
  await spreadUnits(tx, { offerId: id, from: offer.from, to: offer.to, capacity: offer.capacity });
  change({ subject: { kind: 'practice.offer', id, organisationId }, after: offer });
  return id;
}

export const openOffer = (args: Args, id: string, organisationId: string) =>
  moveState(args, {
    machine: offerStates,
    table: 'practice.offer',
    id,
    event: 'open',
    subject: { organisationId },
  });
