import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { implement, ORPCError } from '@orpc/server';
import {
  experimental_ZodSmartCoercionPlugin as CoercionPlugin,
  ZodToJsonSchemaConverter,
} from '@orpc/zod/zod4';
import type { Locale } from '../platform/i18n/index.ts';
import { type Actor, execute, type House, type World } from '../platform/use-case/index.ts';
import { answerError } from './answer-error.ts';

export interface CallContext {
  actor: Actor;
  commandId: string | null;
  locale: Locale;
  requestId: string;
  onFault(error: unknown): void;
}

/** One router over every room's contract: `{ needs: { listLines: … } }`. */
export function buildRouter(world: World, house: House) {
  const rooms = [...house.contracts].map(([room, contract]) => {
    const procedures = Object.entries(contract).flatMap(([key, entry]) => {
      const name = `${room}.${key}`;
      const useCase = house.useCases.get(name);
      if (!useCase) return [];
      const procedure = implement(entry)
        .$context<CallContext>()
        .handler(({ input, context }) =>
          execute(world, {
            name,
            useCase,
            input,
            parsed: true,
            actor: context.actor,
            commandId: context.commandId,
            locale: context.locale,
          }),
        );
      return [[key, procedure] as const];
    });
    return [room, Object.fromEntries(procedures)] as const;
  });
  return Object.fromEntries(rooms);
}

/** The handler of REST calls. Failures are turned into people's words at this one place. */
export function buildApi(world: World, house: House) {
  const router = buildRouter(world, house);
  return new OpenAPIHandler<CallContext>(router, {
    plugins: [new CoercionPlugin()],
    customErrorResponseBodyEncoder: (error) => error.data,
    interceptors: [
      async ({ context, next }) => {
        try {
          return await next();
        } catch (error) {
          const { status, body, known } = answerError(error, context.locale, context.requestId);
          if (!known) context.onFault(error);
          throw new ORPCError('REFUSED', { status, message: body.message, data: body });
        }
      },
    ],
  });
}

/** The OpenAPI 3.1 document of the whole house. */
export function describeApi(house: House, info: { title: string; version: string }) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const router = Object.fromEntries(house.contracts);
  return generator.generate(router, { info, servers: [{ url: '/api' }] });
}
