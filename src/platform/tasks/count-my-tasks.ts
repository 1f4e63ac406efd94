import { sql } from 'kysely';
import { type RunArgs, useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { groupOn, mine } from './my-tasks.ts';
import { lastVisit } from './start-visit.ts';

/** The figures above «Мои дела». */
export async function countTasks({ tx, actor, today }: Pick<RunArgs<unknown>, 'tx' | 'actor' | 'today'>) {
  const since = await lastVisit(tx, actor);
  const { rows } = await sql<{ open: number; overdue: number; soon: number; fresh: number }>`
    select count(*) as open, count(*) filter (where ${groupOn(today)} = 'overdue') as overdue,
      count(*) filter (where ${groupOn(today)} = 'soon') as soon,
      count(*) filter (where ${since}::timestamptz is null or created_at > ${since}) as fresh
    from platform.task where ${mine(actor)}`.execute(tx);
  return rows[0] ?? { open: 0, overdue: 0, soon: 0, fresh: 0 };
}

export const countMyTasks = useCase(contract.countMyTasks, {
  right: 'tasks.task.read',
  run: countTasks,
});
