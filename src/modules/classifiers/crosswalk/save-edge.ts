import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { demand, judge } from '../../../platform/rules/index.ts';
import { found, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { crosswalkWeightRule } from '../rules/crosswalk-weight.ts';

interface Ends {
  fromList: string;
  fromCode: string;
  toList: string;
  toCode: string;
}

async function requireCodes(tx: Tx, { fromList, fromCode, toList, toCode }: Ends): Promise<void> {
  const { rows } = await sql<{ list: string; code: string }>`select list, code from classifiers.item
    where (list, code) in ((${fromList}, ${fromCode}), (${toList}, ${toCode}))`.execute(tx);
  const has = (list: string, code: string) => rows.some((row) => row.list === list && row.code === code);
  for (const [path, list, code] of [
    ['fromCode', fromList, fromCode],
    ['toCode', toList, toCode],
  ] as const)
    if (!has(list, code))
      throw refuse(
        'classifiers:error.noSuchCode',
        { code },
        {
          fields: [{ path, key: 'classifiers:error.noSuchCode', params: { code } }],
        },
      );
}

/** The greatest sum of the other edges of this code on any day from `from` on. */
async function othersFrom(tx: Tx, ends: Ends, from: string): Promise<number> {
  const { rows } = await sql<{ weight: number; from: string | null; to: string | null }>`
    select weight, lower(valid) as "from", upper(valid) as "to" from classifiers.edge
    where from_list = ${ends.fromList} and from_code = ${ends.fromCode} and to_list = ${ends.toList}
      and to_code <> ${ends.toCode} and valid && daterange(${from}::date, null)`.execute(tx);
  const days = [from, ...rows.flatMap((row) => (row.from && row.from > from ? [row.from] : []))];
  const sumOn = (day: string) =>
    rows
      .filter((row) => (row.from === null || row.from <= day) && (row.to === null || day < row.to))
      .reduce((sum, { weight }) => sum + weight, 0);
  return Math.max(...days.map(sumOn));
}

/** A changed weight is a new edge from its day on; the old one keeps its days, so old calculations can be repeated. */
export const saveEdge = useCase(contract.saveEdge, {
  right: 'classifiers.edge.edit',
  async run({ input, tx, actor, today, newId, change, emit }) {
    const { id: oldId, from, weight, ...rest } = input;
    // one writer at a time for one code: the sum of weights is checked over several rows
    await sql`select 1 from classifiers.item where list = ${input.fromList} and code = ${input.fromCode} for update`.execute(
      tx,
    );
    await requireCodes(tx, input);
    const others = await othersFrom(tx, input, from);
    demand(crosswalkWeightRule, judge(crosswalkWeightRule, { weight, others }, {}, today));
    const { rows } = await sql<{
      id: string;
      weight: number;
      from: string | null;
    }>`select id, weight, lower(valid) as "from"
      from classifiers.edge where from_list = ${input.fromList} and from_code = ${input.fromCode}
        and to_list = ${input.toList} and to_code = ${input.toCode} and valid && daterange(${from}::date, null)
      order by lower(valid) nulls first for update`.execute(tx);
    const before = rows[0];
    if (oldId) found(rows.find((row) => row.id === oldId));
    if (rows.some((row) => row.from !== null && row.from > from))
      throw refuse(
        'classifiers:error.laterEdge',
        {},
        {
          status: 409,
          fields: [{ path: 'from', key: 'classifiers:error.laterEdge' }],
        },
      );
    if (before && before.from === from)
      await sql`delete from classifiers.edge where id = ${before.id}`.execute(tx);
    else if (before)
      await sql`update classifiers.edge set valid = daterange(lower(valid), ${from}::date) where id = ${before.id}`.execute(
        tx,
      );
    const id = newId();
    await sql`insert into classifiers.edge (id, from_list, from_code, to_list, to_code, weight, basis, confidence, valid,
        reviewer, source, note)
      values (${id}, ${rest.fromList}, ${rest.fromCode}, ${rest.toList}, ${rest.toCode}, ${weight}, ${rest.basis},
        ${rest.confidence}, daterange(${from}::date, null), ${actor.personId}, ${rest.source}, ${rest.note})`.execute(
      tx,
    );
    change({
      subject: { kind: 'classifiers.edge', id },
      before: before && { id: before.id, weight: before.weight },
      after: { ...rest, weight, from },
    });
    emit('classifiers.edge.saved', {
      id,
      fromList: rest.fromList,
      fromCode: rest.fromCode,
      toList: rest.toList,
    });
    return { id };
  },
});
