import { sql } from 'kysely';
import { issueLink } from '../../../platform/links/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { settingsOn } from '../../../platform/rules/index.ts';
import { type FieldFault, notFound, refuse, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { ofCollege, ofHost } from '../placements/own-placements.ts';
import { readFacts } from '../placements/placement-facts.ts';
import { appraisalLetter, appraisalLink } from './appraisal-link.ts';
import { APPRAISED_IN } from './put-appraisal.ts';

interface Mentor {
  placementId: string;
  personId: string;
  name: string;
  email: string | null;
}
const DAY = 86_400_000;

/**
 * Sends each mentor a one-time link to the sheet. Its six digits are shown here once, to be told by telephone: a page
 * about results has a second factor.
 */
export const askAppraisals = useCase(contract.askAppraisals, {
  right: 'practice.appraisal.ask',
  async run(args) {
    const { input, tx, actor, scope, today, now, newId, locale } = args;
    const ids = [...new Set(input.ids)];
    const mine = actor.role?.startsWith('enterprise') ? ofHost(scope, actor) : ofCollege(scope, actor);
    const all = await readFacts(tx, sql<boolean>`p.id in (${sql.join(ids)}) and ${mine}`, true);
    if (all.length < ids.length) throw notFound();
    const { rows } =
      await sql<Mentor>`select u.source_id as "placementId", w.id as "personId", w.short_name as name,
        (select c.value from registry.contact_v c where c.person_id = w.id and c.kind = 'email' and c.valid @> ${today}::date
          order by lower(c.valid) desc limit 1) as email
      from specialists.tutoring_v u join registry.person_v w on w.id = u.mentor_person_id
      where u.source_kind = 'practice.placement' and u.source_id in (${sql.join(ids)}) and not isempty(u.valid)
      order by lower(u.valid)`.execute(tx);
    const mentorOf = new Map(rows.map((row) => [row.placementId, row]));
    const faults = all.flatMap((facts): FieldFault[] => {
      const at = (key: string, params = {}) => [{ path: `ids.${input.ids.indexOf(facts.id)}`, key, params }];
      const mentor = mentorOf.get(facts.id);
      if (!APPRAISED_IN.includes(facts.state)) return at('practice:appraisal.error.notYet');
      if (!mentor) return at('practice:appraisal.error.noMentor');
      return mentor.email ? [] : at('practice:appraisal.error.noAddress', { name: mentor.name });
    });
    const [first] = faults;
    if (first) throw refuse(first.key, first.params ?? {}, { fields: faults });
    const settings = await settingsOn(tx, ['registry.portalAddress', 'practice.appraisalLinkDays'], today);
    const portal = String(settings['registry.portalAddress']).replace(/\/$/, '');
    const until = new Date(
      Date.parse(now) + Number(settings['practice.appraisalLinkDays']) * DAY,
    ).toISOString();
    const codes: { placementId: string; mentor: string; code: string }[] = [];
    for (const facts of all) {
      const mentor = mentorOf.get(facts.id);
      if (!mentor?.email) continue;
      const { token, code } = await issueLink(tx, {
        purpose: appraisalLink,
        subject: { kind: 'practice.placement', id: facts.id },
        personId: mentor.personId,
        contact: mentor.email,
        expiresAt: until,
        secondFactor: true,
        issuedBy: actor.personId,
        now,
        newId,
      });
      await queueMail(tx, appraisalLetter, {
        to: mentor.email,
        params: { plan: facts.offer, to: facts.to, address: `${portal}/appraisal#${token}`, until },
        locale,
        personId: mentor.personId,
        now,
        newId,
      });
      await sql`insert into practice.appraisal_ask (placement_id, asked_on, mentor_id) values (${facts.id}, ${today}, ${mentor.personId})
        on conflict (placement_id) do update set times = appraisal_ask.times + 1`.execute(tx);
      codes.push({ placementId: facts.id, mentor: mentor.name, code: code ?? '' });
    }
    return { asked: codes.length, codes };
  },
});
