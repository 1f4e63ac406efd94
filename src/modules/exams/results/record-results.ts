import type { RunArgs } from '../../../platform/use-case/index.ts';
import { lastTypings } from '../marks/compare-paper.ts';
import { aspectsOf, standingMarks, standingOf } from '../marks/mark-facts.ts';
import { criteriaOf } from '../marks/type-paper.ts';
import { examineesOf, type Session } from '../sessions/load-session.ts';
import { type CriterionPoints, putResult } from './put-result.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'change'>;

/** Points of everybody present, from the marks given here or from the paper typed twice; imported ones are there already. */
export async function recordResults(args: Args, session: Session): Promise<void> {
  const { tx } = args;
  if (session.source === 'federal') return;
  const present = (await examineesOf(tx, session.id)).filter((one) => one.present);
  const criteria = await criteriaOf(tx, session.kitId);
  const pointsOf =
    session.source === 'paper' ? await typedPoints(args, session) : await markedPoints(args, session);
  for (const { id } of present) {
    const given = pointsOf(id);
    const lines: CriterionPoints[] = criteria.map((one) => ({ ...one, points: given.get(one.code) ?? 0 }));
    await putResult(args, session, {
      examineeId: id,
      criteria: lines,
      max: session.max,
      source: session.source,
    });
  }
}

type PointsOf = (examineeId: string) => Map<string, number>;

async function markedPoints({ tx }: Args, session: Session): Promise<PointsOf> {
  const aspects = await aspectsOf(tx, session.kitId);
  const marks = await standingMarks(tx, session.id);
  return (examineeId) => {
    const sums = new Map<string, number>();
    const own = marks.filter((one) => one.examineeId === examineeId);
    // an aspect is rounded once; sums of aspects are never rounded again
    for (const { aspect, points } of standingOf(aspects, own, session.judges))
      sums.set(aspect.criterion, (sums.get(aspect.criterion) ?? 0) + (points ?? 0));
    return sums;
  };
}

async function typedPoints({ tx }: Args, session: Session): Promise<PointsOf> {
  const [typing] = await lastTypings(tx, session.id);
  return (examineeId) =>
    new Map(
      (typing?.content ?? [])
        .filter((one) => one.examineeId === examineeId)
        .flatMap(({ criteria }) => criteria.map(({ code, points }) => [code, points])),
    );
}
