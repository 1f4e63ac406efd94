import { sql } from 'kysely';
import type { z } from 'zod';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';

type Row = z.input<NonNullable<(typeof contract.listMail)['~orpc']['outputSchema']>>['data']['rows'][number];

export const listMail = useCase(contract.listMail, {
  right: 'mail.log.read',
  async run({ input, tx }) {
    const state = input.state ?? null;
    const where = sql<boolean>`${state}::text is null or state = ${state}`;
    const { rows } = await sql<Row>`select id, template, state, attempts, error_key as "errorKey",
        error_code as "errorCode", created_at as "createdAt", sent_at as "sentAt"
      from platform.mail where ${where} order by created_at desc, id desc
      limit ${input.limit} offset ${input.offset}`.execute(tx);
    const count = await sql<{ n: number }>`select count(*) as n from platform.mail where ${where}`.execute(
      tx,
    );
    return { rows, total: count.rows[0]?.n ?? 0 };
  },
});
