import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { settingOn } from '../../../platform/rules/index.ts';
import { readApplications } from '../applications/read-applications.ts';
import { barredOf } from './barred-of.ts';
import type { expertCard } from './expert-contract.ts';
import { expertColumns, expertFrom } from './expert-row.ts';

type Card = z.output<typeof expertCard>;
type Head = Omit<Card, 'rights' | 'absences' | 'services' | 'applications' | 'barred' | 'circumstances'>;

/** The whole entry of one expert; undefined when `where` finds nobody. */
export async function readCard(
  tx: Tx,
  where: ReturnType<typeof sql<boolean>>,
  today: string,
): Promise<Card | undefined> {
  const notice = await settingOn<number>(tx, 'specialists.expertNoticeDays', today);
  const { rows } = await sql<Head>`select ${expertColumns(today, notice)}, to_jsonb(e.weekdays) as weekdays,
      e.month_limit as "monthLimit", x.experience_since as "experienceSince", e.left_on as "leftOn",
      e.organisation_id as "organisationId", x.municipality_id as "municipalityId", x.rev
    from ${expertFrom(today)} join specialists.expert x on x.id = e.id where ${where}`.execute(tx);
  const head = rows[0];
  if (!head) return undefined;
  const rights = await sql<Card['rights'][number]>`select id, regime, level, code, lower(valid) as "from",
      upper(valid) - 1 as "to", document_number as "documentNumber", ended_why as "endedWhy"
    from specialists.expert_right where expert_id = ${head.id} order by upper(valid) desc nulls first, code, id`.execute(
    tx,
  );
  const absences = await sql<
    Card['absences'][number]
  >`select id, kind, lower(period) as "from", upper(period) - 1 as "to"
    from specialists.expert_absence where expert_id = ${head.id} and upper(period) > ${today}::date order by period`.execute(
    tx,
  );
  const services = await sql<Card['services'][number]>`select s.id, s.on_day as "on", s.role, s.code,
      o.short_name as college, s.state, s.reason from specialists.expert_service s
    left join registry.organisation_v o on o.id = s.organisation_id
    where s.person_id = ${head.personId} order by s.on_day desc, s.id limit 200`.execute(tx);
  const told = await sql<{ n: number }>`select count(*)::int as n from specialists.expert_circumstance
    where expert_id = ${head.id} and ended_on is null`.execute(tx);
  return {
    ...head,
    rights: rights.rows,
    absences: absences.rows,
    services: services.rows,
    applications: await readApplications(tx, sql`a.person_id = ${head.personId}`),
    barred: await barredOf(tx, head.personId, today),
    circumstances: told.rows[0]?.n ?? 0,
  };
}
