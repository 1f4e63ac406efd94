// cyrillic: the register of issued links notes a link handed over on paper, as offices do
import { sql } from 'kysely';
import { issueLink } from '../../../platform/links/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { within } from '../../../platform/rights/index.ts';
import { settingsOn } from '../../../platform/rules/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { outcomeLink, outcomeMail } from '../tasks.ts';

const DAY = 86_400_000;

interface Asked {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  months: number;
  college: string;
}

/** A one-time link for each unanswered question: by letter, or on a sheet to hand over. An earlier link dies. */
export const askOutcomes = useCase(contract.askOutcomes, {
  right: 'hiring.outcome.edit',
  async run({ input, tx, actor, scope, today, now, newId, locale, change }) {
    const { rows } =
      await sql<Asked>`select x.id, x.person_id as "personId", p.full_name as name, u.email, x.months,
        o.short_name as college
      from hiring.outcome x join registry.person_v p on p.id = x.person_id join registry.organisation_v o on o.id = x.organisation_id
      left join identity."user" u on u.person_id = x.person_id
      where x.id = any(${sql.val(input.ids)}::uuid[]) and x.what is null
        and ${within(scope, actor, { organisation: 'x.organisation_id' })} order by x.id for update of x`.execute(
        tx,
      );
    const settings = await settingsOn(tx, ['registry.portalAddress', 'hiring.linkDays'], today);
    const portal = String(settings['registry.portalAddress']).replace(/\/$/, '');
    const expiresAt = new Date(Date.parse(now) + Number(settings['hiring.linkDays']) * DAY).toISOString();
    const sheets: { id: string; name: string; address: string }[] = [];
    let letters = 0;
    for (const { id, personId, name, email, months, college } of rows) {
      const link = await issueLink(tx, {
        purpose: outcomeLink,
        subject: { kind: 'hiring.outcome', id },
        personId,
        contact: email ?? 'на руки',
        titleParams: { months: String(months) },
        expiresAt,
        issuedBy: actor.personId,
        now,
        newId,
      });
      const address = `${portal}/how-are-you#${link.token}`;
      if (email) {
        letters++;
        const params = { college, months, address, until: expiresAt };
        await queueMail(tx, outcomeMail, { to: email, params, locale, personId, now, newId });
      } else sheets.push({ id, name, address });
    }
    await sql`update hiring.outcome set asked_at = ${now} where id = any(${sql.val(rows.map((it) => it.id))}::uuid[])`.execute(
      tx,
    );
    change({
      subject: {
        kind: 'hiring.outcomes',
        id: actor.organisationId ?? '',
        organisationId: actor.organisationId,
      },
      after: { letters, sheets: sheets.length },
    });
    return { letters, sheets };
  },
});
