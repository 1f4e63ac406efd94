import { sql } from 'kysely';
import { definePersonalData } from '../retention/index.ts';

interface Row {
  id: string;
  email: string;
  secondFactor: boolean;
  since: string;
  sessions: { id: string; address: string; device: string; since: string; until: string }[];
}

export const myAccount = definePersonalData({
  id: 'identity.account',
  titleKey: 'identity:mine.title',
  basis: 'contract',
  basisKey: 'identity:mine.basis',
  purposeKey: 'identity:mine.purpose',
  async collect(tx, personId) {
    const { rows } = await sql<Row>`
      select u.id, u.email, coalesce(u.two_factor_enabled, false) as "secondFactor", u.created_at as since,
        coalesce((select json_agg(json_build_object('id', s.id, 'address', coalesce(s.ip_address, ''),
          'device', coalesce(s.user_agent, ''), 'since', s.created_at, 'until', s.expires_at) order by s.created_at)
          from identity.session s where s.user_id = u.id), '[]') as sessions
      from identity."user" u where u.person_id = ${personId}`.execute(tx);
    return rows.flatMap(({ id, email, secondFactor, since, sessions }) => [
      {
        id,
        fields: [
          { labelKey: 'identity:mine.email', value: email },
          { labelKey: 'identity:mine.since', value: since, as: 'moment' as const },
          { labelKey: 'identity:mine.secondFactor', value: secondFactor },
        ],
      },
      ...sessions.map((session) => ({
        id: session.id,
        fields: [
          {
            labelKey: 'identity:mine.signedIn',
            value: new Date(session.since).toISOString(),
            as: 'moment' as const,
          },
          { labelKey: 'identity:mine.address', value: session.address },
          { labelKey: 'identity:mine.device', value: session.device },
        ],
        until: new Date(session.until).toISOString().slice(0, 10),
      })),
    ]);
  },
});
