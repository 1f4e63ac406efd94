import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { uuidsOf } from '../history/index.ts';
import { useCase } from '../use-case/index.ts';
import { contract } from './contract.ts';
import { me } from './me.ts';
import { organisationNames } from './names.ts';

interface Row {
  id: number;
  at: string;
  act: 'read' | 'export';
  what: string;
  role: string;
  organisation_id: string | null;
  mine: boolean;
  total: number;
}

/** Readings and exports of a person's data, newest first, by role and organisation: not by the reader's name. */
export async function looksAt(tx: Tx, personId: string, page: { limit: number; offset: number }) {
  const { rows } = await sql<Row>`select id, at, act, subject_kind as what, role, organisation_id,
      coalesce(person_id in ${uuidsOf('registry.person', personId)}, false) as mine, count(*) over () as total
    from platform.history where subject_person_id in ${uuidsOf('registry.person', personId)} and act in ('read', 'export')
    order by id desc limit ${page.limit} offset ${page.offset}`.execute(tx);
  const ids = [...new Set(rows.flatMap((row) => row.organisation_id ?? []))];
  const names = await organisationNames(tx, ids);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ id, at, act, what, role, mine, organisation_id }) => ({
      id,
      at,
      act,
      what,
      role,
      mine,
      organisation: organisation_id ? (names.get(organisation_id) ?? null) : null,
    })),
  };
}

export const listLooks = useCase(contract.listLooks, {
  right: 'retention.myData.read',
  run: ({ tx, actor, input }) => looksAt(tx, me(actor), input),
});
