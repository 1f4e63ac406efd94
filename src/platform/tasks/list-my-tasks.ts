import { sql } from 'kysely';
import { useCase } from '../use-case/index.ts';
import { contract, type TaskView } from './contract.ts';
import { countTasks } from './count-my-tasks.ts';
import { groupOn, mine } from './my-tasks.ts';
import { lastVisit } from './start-visit.ts';

interface Row {
  id: string;
  kind: string;
  title_key: string;
  act_key: string;
  params: TaskView['params'];
  subject_kind: string;
  subject_id: string;
  path: string;
  due: string | null;
  group: TaskView['group'];
  role: string | null;
  dismissible: boolean;
  created_at: string;
}

export const listMyTasks = useCase(contract.listMyTasks, {
  right: 'tasks.task.read',
  async run({ input, tx, actor, today }) {
    const { kind = null, limit, offset } = input;
    const since = await lastVisit(tx, actor);
    const where = sql<boolean>`${mine(actor)} and (${kind}::text is null or kind = ${kind})`;
    const { rows } =
      await sql<Row>`select id, kind, title_key, act_key, params, subject_kind, subject_id, path, due,
        ${groupOn(today)} as "group", role, dismissible, created_at
      from platform.task where ${where}
      order by due asc nulls last, created_at, id limit ${limit} offset ${offset}`.execute(tx);
    const total = await sql<{ n: number }>`select count(*) as n from platform.task where ${where}`.execute(
      tx,
    );
    return {
      rows: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        titleKey: row.title_key,
        actKey: row.act_key,
        params: row.params,
        subject: { kind: row.subject_kind, id: row.subject_id },
        path: row.path,
        due: row.due,
        group: row.group,
        shared: row.role !== null,
        fresh: since === null || row.created_at > since,
        dismissible: row.dismissible,
        createdAt: row.created_at,
      })),
      total: total.rows[0]?.n ?? 0,
      counters: await countTasks({ tx, actor, today }),
    };
  },
});
