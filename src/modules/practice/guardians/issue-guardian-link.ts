import { issueLink, killLinks } from '../../../platform/links/index.ts';
import { settingsOn } from '../../../platform/rules/index.ts';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import type { Facts } from '../placements/placement-facts.ts';
import { guardianLink } from './guardian-link.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'newId'>;
const DAY = 86_400_000;

export const digitsOf = (birthDate: string) => birthDate.split('-').reverse().join('');

/**
 * A one-time link for the legal representative. Whoever has the link has to know the child's birthday besides.
 * Every earlier link about this placement dies, whoever it went to.
 */
export async function issueGuardianLink(
  { tx, actor, now, today, newId }: Args,
  facts: Facts,
  contact: string,
): Promise<{ address: string; until: string }> {
  const settings = await settingsOn(tx, ['registry.portalAddress', 'practice.guardianLinkDays'], today);
  const subject = { kind: 'practice.placement', id: facts.id };
  await killLinks(tx, { purpose: guardianLink, subject, now });
  const until = new Date(Date.parse(now) + Number(settings['practice.guardianLinkDays']) * DAY).toISOString();
  const { token } = await issueLink(tx, {
    purpose: guardianLink,
    subject,
    contact,
    expiresAt: until,
    secondFactor: facts.birthDate ? { digits: digitsOf(facts.birthDate) } : true,
    issuedBy: actor.personId,
    now,
    newId,
  });
  const portal = String(settings['registry.portalAddress']).replace(/\/$/, '');
  return { address: `${portal}/guardian#${token}`, until };
}
