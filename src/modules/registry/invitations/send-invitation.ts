import { sql } from 'kysely';
import { issueLink } from '../../../platform/links/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { settingsOn } from '../../../platform/rules/index.ts';
import { type RunArgs, refuse } from '../../../platform/use-case/index.ts';
import { invitationLetter, invitationLink } from './invitation.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'newId' | 'locale'>;

interface Invited {
  assignmentId: string;
  personId: string;
  email: string;
  organisationName: string | null;
}

const DAY = 86_400_000;

/**
 * Sends a letter with a one-time link by which the person sets a password; an earlier link for this role dies.
 * The link's secret goes into the letter alone, whose words are erased once sent.
 */
export async function sendInvitation(args: Args, invited: Invited): Promise<{ expiresAt: string }> {
  const { tx, actor, now, today, newId, locale } = args;
  const { rows } = await sql`select 1 from identity."user" where person_id = ${invited.personId}`.execute(tx);
  if (rows.length > 0) throw refuse('registry:error.hasAccount', {}, { status: 409 });
  const settings = await settingsOn(tx, ['registry.portalAddress', 'registry.invitationDays'], today);
  const days = Number(settings['registry.invitationDays']);
  const expiresAt = new Date(Date.parse(now) + days * DAY).toISOString();
  const link = await issueLink(tx, {
    purpose: invitationLink,
    subject: { kind: 'registry.assignment', id: invited.assignmentId },
    personId: invited.personId,
    contact: invited.email,
    expiresAt,
    issuedBy: actor.personId,
    now,
    newId,
  });
  const portal = String(settings['registry.portalAddress']).replace(/\/$/, '');
  await queueMail(tx, invitationLetter, {
    to: invited.email,
    params: {
      organisation: invited.organisationName ?? '',
      address: `${portal}/invitation#${link.token}`,
      until: expiresAt,
    },
    locale,
    personId: invited.personId,
    now,
    newId,
  });
  return { expiresAt };
}
