import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appendHistory } from '../platform/history/index.ts';
import { translateId } from '../platform/i18n/index.ts';
import { writeSheet } from '../platform/sheets/index.ts';
import { localeOf } from './locale-of.ts';
import type { RouteParts } from './route-parts.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const body = z.object({
  title: z.string().min(1).max(100),
  format: z.enum(['xlsx', 'csv']),
  columns: z
    .array(
      z.object({
        title: z.string().max(200),
        kind: z
          .enum(['general', 'text', 'integer', 'decimal', 'money', 'percent', 'date', 'boolean'])
          .optional(),
      }),
    )
    .min(1)
    .max(200),
  rows: z.array(z.array(cell)).max(50_000),
});

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/**
 * Turns the table on the screen into a file: exactly the columns and rows shown, formulas escaped. Nothing is read
 * here; that somebody took a table away is written into the history.
 */
export function exportRoutes(app: FastifyInstance, { world, whoAsks }: RouteParts): void {
  app.post('/api/export/table', { bodyLimit: 32 * 1024 * 1024 }, async (request, reply) => {
    const locale = localeOf(request);
    const parsed = body.safeParse(request.body);
    if (!parsed.success)
      return reply.code(400).send({
        code: 'use-case:error.badInput',
        message: translateId(locale, 'use-case:error.badInput'),
        fields: [],
      });
    const { title, format, columns, rows } = parsed.data;
    const file = await writeSheet(
      {
        tables: [{ name: title.slice(0, 31), columns, rows }],
        yes: translateId(locale, 'server:yes'),
        no: translateId(locale, 'server:no'),
      },
      { format },
    );
    const actor = await whoAsks(request);
    if (actor?.personId)
      await appendHistory(world.db, {
        act: 'export',
        useCase: 'export.table',
        actor,
        subject: { kind: 'export.table', id: title },
        after: { rows: rows.length, format },
        at: world.now().toISOString(),
      });
    const name = encodeURIComponent(`${title}.${format}`);
    return reply
      .type(TYPES[format])
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(Buffer.from(file));
  });
}
