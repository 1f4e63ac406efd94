import { sql } from 'kysely';
import { definePersonalData } from '../../../platform/retention/index.ts';

interface Entry {
  id: string;
  what: string;
  organisation: string | null;
  title: string | null;
  on: string | null;
  state: string | null;
}

const FIELDS = (row: Entry) => [
  { labelKey: 'hiring:personal.what', value: `hiring:personal.kind.${row.what}`, as: 'messageKey' as const },
  { labelKey: 'hiring:personal.organisation', value: row.organisation },
  { labelKey: 'hiring:personal.post', value: row.title },
  { labelKey: 'hiring:personal.on', value: row.on, as: 'day' as const },
  {
    labelKey: 'hiring:personal.state',
    value: row.state,
    ...(row.state?.startsWith('hiring:') ? { as: 'messageKey' as const } : {}),
  },
];

/** Lists of employers one stands in, invitations, offers: all of it rests on the consent or on a placement. */
export const mySelection = definePersonalData({
  id: 'hiring.selection',
  titleKey: 'hiring:personal.title',
  basis: 'consent',
  basisKey: 'hiring:personal.basis',
  purposeKey: 'hiring:personal.purpose',
  async collect(tx, personId) {
    const { rows } = await sql<Entry>`
      select c.id, 'candidate' as what, o.short_name as organisation, null as title, c.added_on as on, null as state
        from hiring.candidate c join registry.organisation_v o on o.id = c.organisation_id where c.person_id = ${personId} and c.removed_on is null
      union all
      select i.id, 'invitation', o.short_name, i.words, i.made_on, 'hiring:state.invitation.' || i.state
        from hiring.invitation i join registry.organisation_v o on o.id = i.organisation_id where i.person_id = ${personId}
      union all
      select f.id, 'offer', o.short_name, f.post, f.made_on, 'hiring:state.offer.' || f.state
        from hiring.offer f join registry.organisation_v o on o.id = f.organisation_id where f.person_id = ${personId}
      order by 5 desc, 1`.execute(tx);
    return rows.map((row) => ({ id: row.id, fields: FIELDS(row) }));
  },
});

/** Work and what became of the graduate: the college reports it by law in counts. */
export const myWorkLife = definePersonalData({
  id: 'hiring.work',
  titleKey: 'hiring:personal.workTitle',
  basis: 'law',
  basisKey: 'hiring:personal.workBasis',
  purposeKey: 'hiring:personal.workPurpose',
  async collect(tx, personId) {
    const { rows } = await sql<Entry>`
      select h.id, 'hire' as what, o.short_name as organisation, h.post as title, h.started_on as on, null as state
        from hiring.hire h join registry.organisation_v o on o.id = h.organisation_id where h.person_id = ${personId}
      union all
      select x.id, 'outcome', x.employer, null, x.answered_on, 'hiring:what.' || x.what
        from hiring.outcome x where x.person_id = ${personId} and x.what is not null
      order by 5 desc, 1`.execute(tx);
    return rows.map((row) => ({ id: row.id, fields: FIELDS(row) }));
  },
});
