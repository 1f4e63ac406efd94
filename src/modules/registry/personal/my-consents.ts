import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';
import { found } from '../../../platform/use-case/index.ts';

interface Consent {
  id: string;
  text: string;
  given_on: string;
  withdrawn_on: string | null;
}

/** Consents, each for one purpose; a standing one is withdrawn here and works at once. */
export const myConsents = definePersonalData({
  id: 'registry.consent',
  titleKey: 'registry:personal.consent.title',
  basis: 'consent',
  basisKey: 'registry:personal.consent.basis',
  purposeKey: 'registry:personal.consent.purpose',
  async collect(tx, personId) {
    const { rows } = await sql<Consent>`select c.id, p.text, c.given_on, c.withdrawn_on
      from registry.consent c join registry.purpose p on p.code = c.purpose and p.version = c.version
      where c.person_id = ${personId} order by c.given_on desc, c.id`.execute(tx);
    return rows.map((row) => ({
      id: row.id,
      canWithdraw: row.withdrawn_on === null,
      fields: [
        { labelKey: 'registry:personal.consent.text', value: row.text },
        { labelKey: 'registry:personal.consent.given', value: row.given_on, as: 'day' as const },
        { labelKey: 'registry:personal.consent.withdrawn', value: row.withdrawn_on, as: 'day' as const },
      ],
    }));
  },
  async withdraw({ tx, today, emit }, { id, personId }) {
    const { rows } = await sql<{
      purpose: string;
    }>`update registry.consent set withdrawn_on = greatest(given_on, ${today}::date)
      where id = ${id} and person_id = ${personId} and withdrawn_on is null returning purpose`.execute(tx);
    emit('registry.consent.withdrawn', { id, personId, purpose: found(rows[0]).purpose });
  },
});
