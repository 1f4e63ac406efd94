import { sql } from 'kysely';
import { peekLink, spendLink } from '../../../platform/links/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { closeTask, openTask } from '../../../platform/tasks/index.ts';
import { type RunArgs, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { type Facts, readFacts } from '../placements/placement-facts.ts';
import { putConsent } from '../placements/put-consent.ts';
import { guardianKeepLetter, guardianLink, guardianSaidNo } from './guardian-link.ts';
import { issueGuardianLink } from './issue-guardian-link.ts';
import { subjectOf } from './subject-of.ts';

const BEFORE = ['slot_reserved', 'contract_ok', 'cleared'];
const RUNNING = [...BEFORE, 'started', 'in_progress', 'suspended'];

/**
 * The legal representative answers: one button each way. A bad link is answered and not refused, since the count of
 * wrong tries has to be kept. Who has consented gets a new link, by which the consent can be taken back any day.
 */
export const answerGuardian = useCase(contract.answerGuardian, {
  right: 'practice.guardian.answer',
  async run(args) {
    const { input, tx, now, today } = args;
    const { token, code, answer } = input;
    const id = await subjectOf(tx, token, guardianLink.purpose);
    const [facts] = id ? await readFacts(tx, sql<boolean>`p.id = ${id}`, true) : [];
    const peeked = await peekLink(tx, token, now);
    if (!facts || peeked.state === 'unknown') return { done: false as const, why: 'unknown' as const };
    if (peeked.state === 'open') {
      // said before the link is spent: it stays good for the answer that is still possible
      if (!(answer === 'withdrawn' ? RUNNING : BEFORE).includes(facts.state))
        return { done: false as const, why: 'tooLate' as const };
      if (answer === 'withdrawn' && facts.guardian !== 'given')
        return { done: false as const, why: 'nothingToWithdraw' as const };
    }
    const spent = await spendLink(tx, { token, code, now });
    if (!spent.spent)
      return {
        done: false as const,
        why: spent.why,
        ...('triesLeft' in spent ? { triesLeft: spent.triesLeft } : {}),
      };
    await putConsent(args, facts, {
      kind: 'guardian',
      answer,
      by: await nameOf(args, facts),
      how: 'link',
      on: today,
    });
    if (answer !== 'given') {
      await tellCollege(args, facts);
      return { done: true as const, answer, student: await studentOf(args, facts), again: null };
    }
    await closeTask(
      args.tx,
      guardianSaidNo,
      { kind: 'practice.plan', id: facts.planId },
      { now, as: 'cancelled' },
    );
    const { address, until } = await issueGuardianLink(args, facts, spent.contact);
    if (spent.contact.includes('@'))
      await queueMail(tx, guardianKeepLetter, {
        to: spent.contact,
        params: { host: facts.host, address, until },
        locale: args.locale,
        now,
        newId: args.newId,
      });
    return { done: true as const, answer, student: await studentOf(args, facts), again: address };
  },
});

type Args = RunArgs<unknown>;

async function nameOf({ tx }: Pick<Args, 'tx'>, { personId }: Facts): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`select guardian_name as name from practice.trainee
    where person_id = ${personId}`.execute(tx);
  return rows[0]?.name ?? null;
}

async function studentOf({ tx }: Pick<Args, 'tx'>, { personId }: Facts): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select given_name as name from registry.person_v where id = ${personId}`.execute(tx);
  return rows[0]?.name ?? '';
}

const tellCollege = ({ tx, now, newId }: Pick<Args, 'tx' | 'now' | 'newId'>, facts: Facts) =>
  openTask(tx, guardianSaidNo, {
    subject: { kind: 'practice.plan', id: facts.planId },
    for: { role: 'college_deputy', organisationId: facts.organisationId },
    due: facts.from,
    params: { host: facts.host },
    now,
    newId,
  });
