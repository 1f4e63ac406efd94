import { sql } from 'kysely';
import { closeTask, defineTask, openTask } from '../../../platform/tasks/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import { partiesOf } from './load-agreement.ts';

/** Who at a party of this kind looks after agreements. */
const KEEPER: Record<string, string> = {
  college: 'college_deputy',
  enterprise: 'enterprise_hr',
  university: 'university_coordinator',
  institute: 'institute_methodist',
  employer_union: 'union_representative',
  region_gov: 'region_gov_official',
  min_edu: 'min_edu_specialist',
};
const path = ({ id }: { id: string }) => `/agreements/${id}`;

export const signTask = defineTask({
  kind: 'agreements.sign',
  titleKey: 'agreements:task.sign',
  actKey: 'agreements:task.signAct',
  path,
});
export const expiringTask = defineTask({
  kind: 'agreements.expiring',
  titleKey: 'agreements:task.expiring',
  actKey: 'agreements:task.expiringAct',
  path,
  dismissible: true,
});

type Args = Pick<RunArgs<unknown>, 'tx' | 'now' | 'newId'>;
const subject = (id: string) => ({ kind: 'agreements.agreement', id });

async function openForParties(
  { tx, now, newId }: Args,
  task: typeof signTask,
  id: string,
  due: string | null,
): Promise<number> {
  const { rows } = await sql<{
    number: string;
  }>`select number from agreements.agreement where id = ${id}`.execute(tx);
  let opened = 0;
  for (const { organisationId, kind } of await partiesOf(tx, id)) {
    const role = KEEPER[kind ?? ''];
    if (!role) continue;
    const params = { number: rows[0]?.number ?? '', until: due };
    await openTask(tx, task, {
      subject: subject(id),
      for: { role, organisationId },
      due,
      params,
      now,
      newId,
    });
    opened += 1;
  }
  return opened;
}

/** Asks every party to sign. */
export const askParties = (args: Args, id: string) => openForParties(args, signTask, id, null);
/** Tells every party that the last day is near. */
export const warnParties = (args: Args, id: string, lastDay: string) =>
  openForParties(args, expiringTask, id, lastDay);

export const dropAsking = ({ tx, now }: Pick<Args, 'tx' | 'now'>, id: string) =>
  closeTask(tx, signTask, subject(id), { now, as: 'cancelled' });

/** One party has signed; the others are still asked. */
export const doneAsking = (
  { tx, now, actor }: Pick<RunArgs<unknown>, 'tx' | 'now' | 'actor'>,
  id: string,
  party: { organisationId: string; kind: string | null },
) =>
  closeTask(tx, signTask, subject(id), {
    now,
    doneBy: actor.personId,
    for: { role: KEEPER[party.kind ?? ''] ?? '', organisationId: party.organisationId },
  });

export const dropWarning = ({ tx, now }: Pick<Args, 'tx' | 'now'>, id: string) =>
  closeTask(tx, expiringTask, subject(id), { now, as: 'cancelled' });
