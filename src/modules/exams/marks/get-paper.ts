import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { examineesOf, loadSession, visibleSession } from '../sessions/load-session.ts';
import { differencesOf, lastTypings } from './compare-paper.ts';
import { criteriaOf } from './type-paper.ts';

export const getPaper = useCase(contract.getPaper, {
  right: 'exams.paper.type',
  async run({ input, tx, actor, scope }) {
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor) });
    const typings = await lastTypings(tx, session.id);
    const [first, second] = typings;
    const own = typings.find(({ typedBy }) => typedBy === actor.personId);
    return {
      criteria: await criteriaOf(tx, session.kitId),
      places: (await examineesOf(tx, session.id))
        .filter(({ present }) => present)
        .map(({ id, workplace, name }) => ({ examineeId: id, workplace, name })),
      code: session.code,
      open: session.source === 'paper' && session.state === 'running',
      typed: typings.length,
      own: (own?.content ?? []).flatMap(({ examineeId, criteria }) =>
        criteria.map(({ code, points }) => ({ examineeId, code, points })),
      ),
      differences: first && second ? differencesOf(first.content, second.content) : [],
    };
  },
});
