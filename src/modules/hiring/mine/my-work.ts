import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { DataOf } from '../schemas.ts';

type Out = DataOf<typeof contract.myWork>;

export const myWork = useCase(contract.myWork, {
  right: 'hiring.own.answer',
  async run({ tx, actor, today }) {
    const me = actor.personId;
    const consents = await sql<
      Out['consents'][number]
    >`select distinct on (u.code) u.code as purpose, u.text, u.version, c.id,
        c.given_on as "givenOn", c.id is not null and not exists (select 1 from hiring.consented_v v
          where v.person_id = ${me} and v.purpose = u.code) as "needsPaper"
      from registry.purpose_v u left join registry.consent_v c on c.purpose = u.code and c.person_id = ${me}
      where u.code in ('share-results-with-employers', 'talent-pool') order by u.code, u.version desc`.execute(
      tx,
    );
    const seenBy = await sql<
      Out['seenBy'][number]
    >`select distinct on (o.id) o.short_name as organisation, v.ground
      from hiring.shown_v v join registry.organisation_v o on o.id = v.organisation_id where v.person_id = ${me}
      order by o.id, array_position(array['placement', 'consent', 'pool'], v.ground)`.execute(tx);
    const invitations = await sql<
      Out['invitations'][number]
    >`select i.id, o.short_name as organisation, i.words,
        i.meet_on as "meetOn", i.place, i.state, i.made_on as "madeOn"
      from hiring.invitation i join registry.organisation_v o on o.id = i.organisation_id
      where i.person_id = ${me} order by i.state = 'sent' desc, i.made_on desc, i.id desc`.execute(tx);
    const offers = await sql<Out['offers'][number]>`select f.id, o.short_name as organisation, f.post, f.pay,
        f.starts_on as "startsOn", f.answer_until as "answerUntil", f.words, f.state
      from hiring.offer f join registry.organisation_v o on o.id = f.organisation_id
      where f.person_id = ${me} order by f.state = 'made' desc, f.made_on desc, f.id desc`.execute(tx);
    return {
      today,
      consents: consents.rows,
      seenBy: seenBy.rows,
      invitations: invitations.rows,
      offers: offers.rows,
    };
  },
});
