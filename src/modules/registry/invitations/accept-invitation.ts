import { sql } from 'kysely';
import { addAccount } from '../../../platform/identity/index.ts';
import { spendLink } from '../../../platform/links/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { invitationLink } from './invitation.ts';

/**
 * Opens the account of whoever was invited: the link came by their address, so the address is proved by it. A bad
 * link is answered, not refused: the count of wrong tries has to be kept.
 */
export const acceptInvitation = useCase(contract.acceptInvitation, {
  right: 'registry.invitation.accept',
  async run({ input, tx, now, change }) {
    const spent = await spendLink(tx, { token: input.token, now });
    if (!spent.spent) return { accepted: false as const, why: spent.why };
    if (spent.purpose !== invitationLink.purpose || !spent.personId)
      return { accepted: false as const, why: 'unknown' as const };
    const { rows } = await sql<{ full_name: string }>`select full_name from registry.person_v
      where id = ${spent.personId}`.execute(tx);
    await addAccount(tx, {
      email: spent.contact,
      password: input.password,
      personId: spent.personId,
      name: found(rows[0]).full_name,
      emailVerified: true,
    });
    change({
      subject: { kind: 'registry.person', id: spent.personId, personId: spent.personId },
      after: { account: true },
    });
    return { accepted: true as const, email: spent.contact };
  },
});
