import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonical } from '../../../platform/history/index.ts';
import { type FieldFault, found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { pointsText } from '../rules/points.ts';
import { examineesOf, loadSession, visibleSession } from '../sessions/load-session.ts';
import { differencesOf, lastTypings } from './compare-paper.ts';
import { aspectsOf } from './mark-facts.ts';

/** Criteria of a kit with their maxima, as a paper protocol has them. */
export async function criteriaOf(tx: Parameters<typeof aspectsOf>[0], kitId: string) {
  const aspects = await aspectsOf(tx, kitId);
  return [
    ...new Map(
      aspects.map((one) => [
        one.criterion,
        { code: one.criterion, title: one.criterionTitle, max: one.criterionMax },
      ]),
    ).values(),
  ];
}

/** One person's typing of the paper protocol: every present examinee, every criterion. The earlier typings stay. */
export const typePaper = useCase(contract.typePaper, {
  right: 'exams.paper.type',
  async run({ input, tx, actor, scope, now, newId, change }) {
    const personId = found(actor.personId);
    const session = await loadSession(tx, input.id, { where: visibleSession(scope, actor), lock: true });
    if (session.source !== 'paper') throw refuse('exams:error.otherSource', {}, { status: 409 });
    if (session.state !== 'running')
      throw refuse('exams:error.notRunning', { code: session.code }, { status: 409 });
    const criteria = new Map((await criteriaOf(tx, session.kitId)).map((one) => [one.code, one]));
    const present = new Set(
      (await examineesOf(tx, session.id)).filter((one) => one.present).map(({ id }) => id),
    );
    const fields: FieldFault[] = [];
    for (const [i, { examineeId, criteria: given }] of input.lines.entries()) {
      if (!present.has(examineeId))
        fields.push({ path: `lines.${i}.examineeId`, key: 'exams:error.noExaminee' });
      for (const [k, { code, points }] of given.entries()) {
        const max = criteria.get(code)?.max;
        const path = `lines.${i}.criteria.${k}.points`;
        if (max === undefined) fields.push({ path, key: 'exams:error.noCriterion', params: { code } });
        else if (points > max)
          fields.push({
            path,
            key: 'exams:rule.EX-04',
            params: { code, value: pointsText(points), max: pointsText(max) },
          });
      }
      if (given.length !== criteria.size || new Set(given.map(({ code }) => code)).size !== criteria.size)
        fields.push({ path: `lines.${i}.criteria`, key: 'exams:error.everyCriterion' });
    }
    if (
      input.lines.length !== present.size ||
      new Set(input.lines.map(({ examineeId }) => examineeId)).size !== present.size
    )
      fields.push({ path: 'lines', key: 'exams:error.everyExaminee', params: { count: present.size } });
    const [first] = fields;
    if (first) throw refuse(first.key, first.params, { fields });
    const id = newId();
    const hash = createHash('sha256').update(canonical(input.lines)).digest('hex');
    await sql`insert into exams.paper_entry (id, session_id, typed_by, content, hash, typed_at)
      values (${id}, ${session.id}, ${personId}, ${JSON.stringify(input.lines)}::jsonb, ${hash}, ${now})`.execute(
      tx,
    );
    change({
      subject: { kind: 'exams.paper', id, organisationId: session.organisationId },
      after: { exam: session.code, records: { [id]: hash } },
    });
    const [one, two] = await lastTypings(tx, session.id);
    return { typed: two ? 2 : 1, differences: one && two ? differencesOf(one.content, two.content) : [] };
  },
});
