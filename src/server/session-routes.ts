import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { hasMessage, type Locale, translateId } from '../platform/i18n/index.ts';
import { countTasks } from '../platform/tasks/count-my-tasks.ts';
import { dayIn } from '../platform/use-case/index.ts';
import { localeOf } from './locale-of.ts';
import type { RouteParts } from './route-parts.ts';

interface AssignmentRow {
  id: string;
  role: string;
  municipality_id: string | null;
  organisation_id: string | null;
  organisation: string | null;
}

/** The name of a role in people's words. */
export const roleTitle = (locale: Locale, role: string) => {
  const key = `registry:role.${role}`;
  return hasMessage(locale, key) ? translateId(locale, key) : role;
};

/** Who is signed in, in which role, with which rights; and the switch of the role. */
export function sessionRoutes(
  app: FastifyInstance,
  { settings, world, house, identity, whoAsks }: RouteParts,
): void {
  const today = () => dayIn(settings.timeZone, world.now());

  app.get('/api/session', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const locale = localeOf(request);
    const region = {
      id: settings.region.id,
      name: settings.region.name || translateId(locale, 'server:region'),
    };
    const actor = await whoAsks(request);
    const nobody = {
      person: null,
      assignment: null,
      assignments: [],
      rights: house.rightsOf('visitor'),
      demo: settings.demo,
      region,
      locale,
      tasks: 0,
    };
    if (!actor?.personId) return { data: nobody, can: {} };
    const person = await sql<{ id: string; short_name: string; surname: string; given_name: string }>`
      select id, short_name, surname, given_name from registry.person_v where id = ${actor.personId}`.execute(
      world.db,
    );
    const { rows } = await sql<AssignmentRow>`
      select a.id, a.role, coalesce(a.municipality_id, o.municipality_id) as municipality_id, a.organisation_id,
        o.short_name as organisation
      from registry.assignment a left join registry.organisation_v o on o.id = a.organisation_id
      where a.person_id = ${actor.personId} and a.valid @> ${today()}::date order by a.id`.execute(world.db);
    const tasks = await countTasks({ tx: world.db, actor, today: today() });
    const assignments = rows.map((row) => ({
      id: row.id,
      role: row.role,
      roleTitle: roleTitle(locale, row.role),
      organisation: row.organisation_id ? { id: row.organisation_id, name: row.organisation ?? '' } : null,
      ...(row.municipality_id ? { municipality: row.municipality_id } : {}),
    }));
    const self = person.rows[0];
    const data = {
      ...nobody,
      person: self
        ? {
            id: self.id,
            name: self.short_name,
            initials: `${self.surname[0] ?? ''}${self.given_name[0] ?? ''}`,
          }
        : null,
      assignment: assignments.find(({ id }) => id === actor.assignmentId) ?? null,
      assignments,
      rights: actor.rights,
      tasks: tasks.open,
    };
    return { data, can: {} };
  });

  app.post('/api/session/assignment', async (request, reply) => {
    const actor = await whoAsks(request);
    const token = identity.readToken(request.headers.cookie);
    const { assignment } = (request.body ?? {}) as { assignment?: string };
    if (!actor?.personId || !token || !assignment)
      return refused(request, reply, 401, 'use-case:error.signIn');
    const { rows } = await sql`select 1 from registry.assignment where id = ${assignment}
      and person_id = ${actor.personId} and valid @> ${today()}::date`.execute(world.db);
    if (rows.length === 0) return refused(request, reply, 404, 'use-case:error.notFound');
    await identity.switchAssignment(token, assignment);
    return { data: {}, can: {} };
  });
}

const refused = (request: FastifyRequest, reply: FastifyReply, status: number, key: string) =>
  reply.code(status).send({ code: key, message: translateId(localeOf(request), key), fields: [] });
