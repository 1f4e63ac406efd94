import { sql } from 'kysely';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

interface Row {
  id: string;
  template: string;
  to: string;
  subject: string;
  body: string;
  at: string;
}

export const listDemoMail = useCase(contract.listDemoMail, {
  right: 'mail.demo.read',
  async run({ input, tx }) {
    const { rows } = await sql<Row>`
      select m.id, m.template, c.address as "to", c.subject, c.body, m.created_at as at
      from platform.mail m join platform.mail_content c on c.mail_id = m.id where m.state = 'shown'
      order by m.created_at desc, m.id desc limit ${input.limit} offset ${input.offset}`.execute(tx);
    const count = await sql<{ n: number }>`select count(*) as n from platform.mail m
      join platform.mail_content c on c.mail_id = m.id where m.state = 'shown'`.execute(tx);
    return { rows, total: count.rows[0]?.n ?? 0 };
  },
});
