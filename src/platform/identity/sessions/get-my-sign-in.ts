import { sql } from 'kysely';
import { found, useCase } from '../../use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  email: string;
  secondFactor: boolean;
  hasPassword: boolean;
  outer: string[];
}

export const getMySignIn = useCase(contract.getMySignIn, {
  right: 'identity.session.own',
  async run({ tx, actor }) {
    const { rows } = await sql<Row>`
      select u.email, coalesce(u.two_factor_enabled, false) as "secondFactor",
        exists (select from identity.account a where a.user_id = u.id and a.provider_id = 'credential')
          as "hasPassword",
        coalesce((select json_agg(a.provider_id order by a.provider_id) from identity.account a
          where a.user_id = u.id and a.provider_id <> 'credential'), '[]') as "outer"
      from identity."user" u where u.person_id = ${actor.personId}`.execute(tx);
    return found(rows[0]);
  },
});
