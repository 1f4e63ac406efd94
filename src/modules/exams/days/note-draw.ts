import { refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { demandLead } from '../sessions/lead-of.ts';
import { loadSession, visibleSession } from '../sessions/load-session.ts';
import { numbersOf, openDraw, storeDraw } from './draw-workplaces.ts';

/** A draw held with slips of paper: everybody has a place, and nobody another's. */
export const noteDraw = useCase(contract.noteDraw, {
  right: 'exams.day.lead',
  async run(args) {
    const { input, tx, actor, scope } = args;
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    await demandLead(args, session, ['chief']);
    const { people } = await openDraw(tx, session);
    const numbers = new Set(await numbersOf(tx, session.id));
    const given = new Map(input.places.map(({ examineeId, workplace }) => [examineeId, workplace]));
    const complete = given.size === people.length && people.every(({ id }) => given.has(id));
    const apart = new Set(given.values()).size === given.size;
    if (!complete || !apart) throw refuse('exams:error.drawIncomplete', { count: people.length });
    const wrong = [...given.values()].find((one) => !numbers.has(one));
    if (wrong !== undefined) throw refuse('exams:error.noSuchPlace', { place: wrong });
    const places = people.map(({ id }) => ({ examinee: id, workplace: given.get(id) ?? 0, ticket: null }));
    const hash = await storeDraw(args, session, {
      method: 'hand',
      places,
      beacon: null,
      witnesses: input.witnesses,
    });
    return { id: session.id, hash };
  },
});
