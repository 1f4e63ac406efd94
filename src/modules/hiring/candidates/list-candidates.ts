import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { candidateRow } from '../schemas.ts';
import { shownColumns, shownFrom } from './shown-columns.ts';

type Row = z.input<typeof candidateRow>;

/** The list of candidates: read through X-05 every time, so whoever took the consent back is not in it. */
export const listCandidates = useCase(contract.listCandidates, {
  right: 'hiring.candidate.read',
  async run({ tx, actor }) {
    const { rows } =
      await sql<Row>`select ${shownColumns(actor)}, c.id, c.way, c.note, c.added_on as "addedOn",
        (select jsonb_build_object('id', i.id, 'state', i.state, 'meetOn', i.meet_on) from hiring.invitation i
          where i.candidate_id = c.id order by i.made_on desc, i.id desc limit 1) as invitation,
        (select jsonb_build_object('id', f.id, 'state', f.state, 'answerUntil', f.answer_until) from hiring.offer f
          where f.organisation_id = c.organisation_id and f.person_id = c.person_id order by f.made_on desc, f.id desc limit 1) as offer
      from ${shownFrom(actor)} join hiring.candidate c on c.person_id = shown.person_id
        and c.organisation_id = ${actor.organisationId} and c.removed_on is null
      order by c.added_on desc, p.sort_key`.execute(tx);
    return { rows, total: rows.length };
  },
  can: ({ may }) => ({ edit: may('hiring.candidate.edit'), offer: may('hiring.offer.edit') }),
  reads: () => ({ kind: 'hiring.candidate', id: 'list' }),
});
