import type { FastifyRequest } from 'fastify';
import { loadActor } from '../modules/registry/index.ts';
import { findServiceAccount, type Identity } from '../platform/identity/index.ts';
import { type Actor, dayIn, type House, visitor, type World } from '../platform/use-case/index.ts';
import type { Settings } from './settings.ts';

interface Parts {
  settings: Settings;
  world: World;
  house: House;
  identity: Identity;
}

/** Who asks: a person by the session's cookie, an outer system by its key, or nobody known. */
export const actorOf =
  ({ settings, world, house, identity }: Parts) =>
  async (request: FastifyRequest): Promise<Actor | null> => {
    const key = /^Bearer (rostok_\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const now = world.now();
    if (key) {
      const account = await findServiceAccount(world.db, key, now);
      if (!account) return null;
      const { organisationId, municipalityId, rights } = account;
      return {
        ...visitor(rights as Actor['rights']),
        kind: 'service',
        role: 'service_account',
        organisationId,
        municipalityId,
        verified: true,
      };
    }
    const token = identity.readToken(request.headers.cookie);
    if (!token) return null;
    const today = dayIn(settings.timeZone, now);
    return (await loadActor(world.db, token, now.toISOString(), today, house.rightsOf))?.actor ?? null;
  };
