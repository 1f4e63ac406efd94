import { sql } from 'kysely';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  code: string;
  basis: 'law' | 'contract' | 'consent';
  text: string;
  version: number;
  consent: { id: string; givenOn: string; withdrawnOn: string | null } | null;
}

export const listMyConsents = useCase(contract.listMyConsents, {
  right: 'registry.consent.own',
  async run({ tx, actor }) {
    const { rows } = await sql<Row>`
      select distinct on (p.code) p.code, p.basis, p.text, p.version,
        (select jsonb_build_object('id', c.id, 'givenOn', c.given_on, 'withdrawnOn', c.withdrawn_on)
          from registry.consent c where c.person_id = ${actor.personId} and c.purpose = p.code
          order by c.withdrawn_on desc nulls first, c.given_on desc limit 1) as consent
      from registry.purpose p order by p.code, p.version desc`.execute(tx);
    return { purposes: rows };
  },
});
