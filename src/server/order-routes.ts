import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { zipSync } from 'fflate';
import { readCertificateFiles, renderOrder } from '../modules/order/index.ts';
import { translateId } from '../platform/i18n/index.ts';
import { localeOf } from './locale-of.ts';
import type { RouteParts } from './route-parts.ts';

const DOCUMENTS = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Files of a training order: its paper, and everything a third party needs to check the certificate. */
export function orderRoutes(app: FastifyInstance, { world, settings, whoAsks }: RouteParts): void {
  app.get<{ Params: { id: string; format: string } }>(
    '/api/order/:id/document.:format',
    async (request, reply) => {
      const actor = await whoAsks(request);
      const { id, format } = request.params;
      if (!actor || !('order.variant.read' in actor.rights) || !(format === 'pdf' || format === 'docx'))
        return reply.code(404).send({
          code: 'use-case:error.notFound',
          message: translateId(localeOf(request), 'use-case:error.notFound'),
          fields: [],
        });
      const file = await renderOrder(world.db, { variantId: id, format, demo: settings.demo });
      return reply
        .type(DOCUMENTS[format])
        .header('content-disposition', `attachment; filename="order.${format}"`)
        .send(Buffer.from(file));
    },
  );

  app.get<{ Params: { id: string } }>('/api/order/:id/certificate.zip', async (request, reply) => {
    const actor = await whoAsks(request);
    if (!actor || !('order.variant.read' in actor.rights))
      return reply.code(404).send({
        code: 'use-case:error.notFound',
        message: translateId(localeOf(request), 'use-case:error.notFound'),
        fields: [],
      });
    const files = await readCertificateFiles(world.db, request.params.id);
    const whole = Object.fromEntries(files.map(({ name, gz }) => [name, new Uint8Array(gunzipSync(gz))]));
    return reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="certificate.zip"')
      .send(Buffer.from(zipSync(whole, { level: 6 })));
  });
}
