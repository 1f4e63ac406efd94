import { sql } from 'kysely';
import { within } from '../../../platform/rights/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import type { ImportKind } from './read-kind.ts';

export const listImports = useCase(contract.listImports, {
  right: 'programmes.import.make',
  async run({ tx, actor, scope }) {
    const { rows } = await sql<{
      id: string;
      kind: ImportKind;
      fileName: string;
      madeAt: string;
      appliedAt: string | null;
    }>`
      select i.id, i.kind, i.file_name as "fileName", i.made_at as "madeAt", i.applied_at as "appliedAt"
      from programmes.import i where ${within(scope, actor, { organisation: 'i.organisation_id' })}
      order by i.made_at desc, i.id desc limit 100`.execute(tx);
    return { rows };
  },
});
