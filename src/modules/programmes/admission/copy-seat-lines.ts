import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ownOrganisation } from '../own-organisation.ts';

interface Line {
  id: string;
  fresh: string;
  exists: boolean;
}

/** Last year's seats in one click: programmes closed by then are left out, lines already there stay as they are. */
export const copySeatLines = useCase(contract.copySeatLines, {
  right: 'programmes.admission.edit',
  async run({ input, tx, actor, scope, newId, change }) {
    const organisationId = ownOrganisation(scope, actor, input.organisationId);
    const { rows } = await sql<Line>`select l.id, exists (select 1 from programmes.seat_line n
        where n.programme_id = l.programme_id and n.funding = l.funding and n.intake_year = ${input.to}) as "exists"
      from programmes.seat_line l join programmes.programme p on p.id = l.programme_id
      where p.organisation_id = ${organisationId} and l.intake_year = ${input.to}::int - 1
        and (p.closed_on is null or p.closed_on > make_date(${input.to}::int, 9, 1)) order by l.id for update of l`.execute(
      tx,
    );
    const fresh = rows.filter((row) => !row.exists);
    for (const line of fresh)
      await sql`insert into programmes.seat_line (id, programme_id, intake_year, funding, seats)
        select ${newId()}, programme_id, intake_year + 1, funding, seats from programmes.seat_line where id = ${line.id}`.execute(
        tx,
      );
    change({
      subject: { kind: 'programmes.admission', id: `${organisationId} ${input.to}`, organisationId },
      after: { copied: fresh.length },
    });
    return { copied: fresh.length, skipped: rows.length - fresh.length };
  },
});
