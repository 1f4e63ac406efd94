// cyrillic: the register of issued links notes a link handed over on paper, as offices do
import { sql } from 'kysely';
import { z } from 'zod';
import { queueMail } from '../../../platform/mail/index.ts';
import { type FieldFault, notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { isMinor } from '../placements/judge-course.ts';
import { ofCollege } from '../placements/own-placements.ts';
import { readFacts } from '../placements/placement-facts.ts';
import { putConsent } from '../placements/put-consent.ts';
import { guardianLetter } from './guardian-link.ts';
import { issueGuardianLink } from './issue-guardian-link.ts';

interface Kept {
  personId: string;
  name: string | null;
  contact: string | null;
  confirmed: boolean;
  own: string[];
}

/**
 * Asks legal representatives for consent: by letter, or by a sheet with a QR code. Only contacts that the college
 * entered against the personal file are used; one that is the student's own is not taken for a parent's.
 */
export const askGuardians = useCase(contract.askGuardians, {
  right: 'practice.placement.edit',
  async run(args) {
    const { input, tx, actor, scope, today, now, newId, locale } = args;
    const ids = [...new Set(input.ids)];
    const all = await readFacts(
      tx,
      sql<boolean>`p.id in (${sql.join(ids)}) and ${ofCollege(scope, actor)}`,
      true,
    );
    if (all.length < ids.length) throw notFound();
    const kept =
      await sql<Kept>`select t.person_id as "personId", t.guardian_name as name, t.guardian_contact as contact,
        t.guardian_confirmed_on is not null as confirmed,
        coalesce((select jsonb_agg(c.value) from registry.contact_v c where c.person_id = t.person_id and c.valid @> ${today}::date), '[]') as own
      from practice.trainee t where t.person_id in (${sql.join(all.map(({ personId }) => personId))})`.execute(
        tx,
      );
    const of = new Map(kept.rows.map((row) => [row.personId, row]));
    const order = new Map(input.ids.map((id, i) => [id, i]));
    const faults = all.flatMap((facts): FieldFault[] => {
      const file = of.get(facts.personId);
      const at = (key: string) => [{ path: `ids.${order.get(facts.id)}`, key }];
      if (!isMinor(facts)) return at('practice:guardian.error.adult');
      if (!['slot_reserved', 'contract_ok', 'cleared'].includes(facts.state))
        return at('practice:guardian.error.tooLate');
      if (!file?.name || !file.confirmed) return at('practice:guardian.error.notConfirmed');
      if (input.how === 'sheet') return [];
      if (!z.email().safeParse(file.contact ?? '').success) return at('practice:guardian.error.noAddress');
      return file.own.some((one) => one.toLowerCase() === file.contact?.toLowerCase())
        ? at('practice:guardian.error.ownAddress')
        : [];
    });
    const [first] = faults;
    if (first) throw refuse(first.key, first.params ?? {}, { rule: 'X-06', fields: faults });
    const links: { placementId: string; address: string }[] = [];
    for (const facts of all) {
      const contact = input.how === 'letter' ? (of.get(facts.personId)?.contact ?? '') : 'на руки';
      const { address, until } = await issueGuardianLink(args, facts, contact);
      await putConsent(args, facts, { kind: 'guardian', answer: 'asked', by: null, how: 'link', on: today });
      if (input.how === 'sheet') links.push({ placementId: facts.id, address });
      else
        await queueMail(tx, guardianLetter, {
          to: contact,
          params: { host: facts.host, from: facts.from, to: facts.to, address, until },
          locale,
          now,
          newId,
        });
    }
    return { asked: all.length, links };
  },
});
