import { sql } from 'kysely';
import { useCase } from '../../use-case/index.ts';
import { contract } from '../contract.ts';

interface Row {
  id: string;
  address: string;
  device: string;
  since: string;
  expiresAt: string;
  secondFactor: boolean;
}

export const listMySessions = useCase(contract.listMySessions, {
  right: 'identity.session.own',
  async run({ tx, actor, now }) {
    const { rows } = await sql<Row>`
      select s.id, coalesce(s.ip_address, '') as address, coalesce(s.user_agent, '') as device,
        s.created_at as since, s.expires_at as "expiresAt", s.second_factor as "secondFactor"
      from identity.session s join identity."user" u on u.id = s.user_id
      where u.person_id = ${actor.personId} and s.expires_at > ${now}
      order by s.created_at desc, s.id`.execute(tx);
    return { rows };
  },
});
