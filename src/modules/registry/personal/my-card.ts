import { sql } from 'kysely';
import { definePersonalData, giveOrganisationNames } from '../../../platform/retention/index.ts';

giveOrganisationNames(async (tx, ids) => {
  const { rows } = await sql<{
    id: string;
    name: string;
  }>`select id, short_name as name from registry.organisation_v
    where id in (${sql.join(ids)})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
});

interface Card {
  id: string;
  full_name: string;
  birth_date: string | null;
}

/** The one record of a person: who it is. */
export const myCard = definePersonalData({
  id: 'registry.person',
  titleKey: 'registry:personal.card.title',
  basis: 'law',
  basisKey: 'registry:personal.card.basis',
  purposeKey: 'registry:personal.card.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Card>`select id, full_name, birth_date from registry.person_v where id = ${personId}`.execute(
        tx,
      );
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'registry:personal.card.name', value: row.full_name },
        { labelKey: 'registry:personal.card.birth', value: row.birth_date, as: 'day' as const },
      ],
    }));
  },
});

/** Where letters and calls go. */
export const myContacts = definePersonalData({
  id: 'registry.contact',
  titleKey: 'registry:personal.contact.title',
  basis: 'contract',
  basisKey: 'registry:personal.contact.basis',
  purposeKey: 'registry:personal.contact.purpose',
  async collect(tx, personId) {
    const { rows } = await sql<{
      id: string;
      value: string;
      confirmed_on: string | null;
    }>`select id, value, confirmed_on
      from registry.person_contact where person_id = ${personId} and (upper_inf(valid) or upper(valid) > current_date) order by kind, value`.execute(
      tx,
    );
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'registry:personal.contact.value', value: row.value },
        { labelKey: 'registry:personal.contact.confirmed', value: row.confirmed_on, as: 'day' as const },
      ],
    }));
  },
});
