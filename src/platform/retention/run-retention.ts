import { sql } from 'kysely';
import { inTransaction, type Tx } from '../database/index.ts';
import { appendHistory } from '../history/index.ts';
import { settingOn } from '../rules/index.ts';
import { system } from '../use-case/actor.ts';
import { dayIn, type World } from '../use-case/execute.ts';
import { type Duty, isPeriod, type Period } from './define-duty.ts';

export interface DutyReport {
  duty: string;
  before: string | null;
  erased: number;
  fault: string | null;
}

/** The first day that is still kept. */
async function boundary(tx: Tx, duty: Duty, today: string): Promise<string> {
  const after = isPeriod(duty.after) ? duty.after : await settingOn<Period>(tx, duty.after, today);
  if (!isPeriod(after)) throw new Error(`Duty ${duty.duty}: setting ${duty.after} holds no period`);
  const { rows } = await sql<{ day: string }>`
    select (${today}::date - ${after}::interval)::date as day`.execute(tx);
  return rows[0]?.day ?? today;
}

/**
 * Does every duty, each in a transaction of its own: one that fails is reported and holds up none of the others.
 * Meant to run once a day; a second run finds nothing left to do.
 */
export async function runRetention(world: World, duties: readonly Duty[]): Promise<DutyReport[]> {
  const reports: DutyReport[] = [];
  for (const duty of duties) {
    const at = world.now();
    const now = at.toISOString();
    const today = dayIn(world.timeZone, at);
    let report: DutyReport;
    try {
      report = await inTransaction(world.db, async (tx) => {
        const before = await boundary(tx, duty, today);
        const erased = await duty.run(tx, { today, before, now, newId: world.newId });
        if (erased > 0)
          await appendHistory(tx, {
            act: 'act',
            useCase: 'retention.run',
            actor: system('retention'),
            subject: { kind: 'retention.duty', id: duty.duty },
            after: { before, erased },
            at: now,
          });
        return { duty: duty.duty, before, erased, fault: null };
      });
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      report = { duty: duty.duty, before: null, erased: 0, fault };
    }
    await sql`insert into platform.retention_run (id, duty, at, before, erased, fault)
      values (${world.newId()}, ${report.duty}, ${now}, ${report.before}, ${report.erased}, ${report.fault})`.execute(
      world.db,
    );
    reports.push(report);
  }
  return reports;
}
