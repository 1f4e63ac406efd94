import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { shownTo } from '../consent/shown.ts';
import { contract } from '../contract.ts';
import type { offerRow } from '../schemas.ts';

type Row = z.input<typeof offerRow>;

/**
 * Offers of the own employer. Agreed ones and those who came are kept by the contract; of the others only those whose
 * person may still be shown.
 */
export const listOffers = useCase(contract.listOffers, {
  right: 'hiring.offer.read',
  async run({ tx, actor }) {
    const { rows } =
      await sql<Row>`select f.id, f.state, p.full_name as name, g.college, g.name as programme, f.post, f.pay,
        f.starts_on as "startsOn", f.answer_until as "answerUntil", f.answered_on as "answeredOn", f.made_on as "madeOn", f.rev
      from hiring.offer f join registry.person_v p on p.id = f.person_id join programmes.student_v s on s.id = f.student_id
      join programmes.programme_v g on g.id = s.programme_id
      where f.organisation_id = ${actor.organisationId} and ${actor.verified}::boolean
        and (f.state in ('accepted', 'started') or f.person_id in (select shown.person_id from ${shownTo(actor)}))
      order by f.state = 'accepted' desc, f.state = 'made' desc, f.made_on desc, f.id limit 1000`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ edit: may('hiring.offer.edit') }),
  reads: () => ({ kind: 'hiring.offer', id: 'list' }),
});
