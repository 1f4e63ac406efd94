import { sql } from 'kysely';
import { settingsOf } from '../../../platform/rules/index.ts';
import { beginState } from '../../../platform/states/index.ts';
import { found, type RunArgs, refuse, stale, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { maximaRule } from '../rules/kit-rules.ts';
import { kitStates } from '../states.ts';
import { faultsOfKit } from './faults-of-kit.ts';
import { putKit } from './put-kit.ts';
import type { KitBody } from './schemas.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'newId' | 'change' | 'today'>;
interface Standing {
  id: string;
  code: string;
  state: string;
  rev: number;
}

/** Refuses a kit that does not hold together, with every fault at its place. */
export async function demandSound(args: Pick<Args, 'tx' | 'today'>, body: KitBody): Promise<void> {
  const faults = faultsOfKit(body, await settingsOf(args.tx, maximaRule, args.today));
  const [first] = faults;
  if (first)
    throw refuse(first.key, first.params, {
      rule: first.rule,
      fields: faults.map(({ path, key, params }) => ({ path: `body.${path}`, key, params })),
    });
}

/** A draft is written anew; of a kit that was approved a next edition begins. */
export async function saveDraft(args: Args, body: KitBody, old: Standing | null, isDemo: boolean) {
  const { tx, newId } = args;
  await demandSound(args, body);
  const anew = old?.state === 'draft';
  const { rows } = await sql<{
    edition: number;
  }>`select coalesce(max(edition), 0)::int as edition from exams.kit
    where code = ${body.code} and id is distinct from ${anew ? old.id : null}::uuid`.execute(tx);
  const edition = (rows[0]?.edition ?? 0) + 1;
  const kit = { id: anew ? old.id : newId(), edition, replaces: anew ? null : (old?.id ?? null), isDemo };
  await putKit(tx, body, kit, newId);
  if (!anew) await beginState(args, kitStates, kit.id);
  args.change({
    subject: { kind: 'exams.kit', id: kit.id },
    after: { code: body.code, edition, title: body.title },
  });
  return { id: kit.id, edition };
}

export const saveKit = useCase(contract.saveKit, {
  right: 'exams.kit.edit',
  async run(args) {
    const { input, tx } = args;
    const { rows } =
      await sql<Standing>`select id, code, state, rev from exams.kit where id = ${input.id ?? null}::uuid
      for update`.execute(tx);
    const old = input.id ? found(rows[0]) : null;
    if (old && input.rev !== undefined && old.rev !== input.rev) throw stale();
    return saveDraft(args, input.body, old, false);
  },
});
