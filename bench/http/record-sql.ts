import type { CompiledQuery, KyselyPlugin, RootOperationNode } from 'kysely';
import type { Tx } from '../../src/platform/database/index.ts';
import { type Actor, dayIn, type House, uuidV7 } from '../../src/platform/use-case/index.ts';
import type { ListPage } from './pages.ts';

const TIME_ZONE = 'Europe/Moscow';

/** Runs the page's use case once by hand and gives the statements it sent, compiled. */
export async function recordSql(
  db: Tx,
  house: House,
  page: ListPage,
  actor: Actor,
): Promise<CompiledQuery[]> {
  const useCase = house.useCases.get(page.useCase);
  const scope = actor.rights[useCase?.right ?? ''];
  if (!useCase || !scope) throw new Error(`${page.useCase}: no such page for ${actor.role}`);
  const sent: RootOperationNode[] = [];
  const recorder: KyselyPlugin = {
    transformQuery({ node }) {
      sent.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const now = new Date();
  const input = await useCase.entry['~orpc'].inputSchema?.parseAsync(page.input);
  await useCase.run({
    input,
    prepared: await useCase.prepare?.({ input, actor }),
    tx: db.withPlugin(recorder),
    actor,
    scope,
    today: dayIn(TIME_ZONE, now),
    now: now.toISOString(),
    newId: () => uuidV7(),
    emit() {},
    change() {},
    may: (permission) => permission in actor.rights,
    locale: 'ru',
  });
  const executor = db.getExecutor();
  return sent.map((node) => executor.compileQuery(node, { queryId: uuidV7() }));
}

/** The same statements again through the same driver, on one connection; gives the number of rows read. */
export const replaySql = (db: Tx, statements: readonly CompiledQuery[]): Promise<number> =>
  db.connection().execute(async (one) => {
    let rows = 0;
    for (const statement of statements) rows += (await one.executeQuery(statement)).rows.length;
    return rows;
  });
