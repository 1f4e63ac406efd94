import { sql } from 'kysely';
import { peekLink } from '../../../platform/links/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { readFacts } from '../placements/placement-facts.ts';
import { stretchOn } from '../rules/limits.ts';
import { guardianLink } from './guardian-link.ts';
import { subjectOf } from './subject-of.ts';

interface More {
  works: string;
  address: string;
  lodging: 'none' | 'free' | 'paid';
  transport: 'none' | 'bus' | 'paid';
  college: string;
}

/** What is asked, without a word about whom: that is said only to who knows the birthday. Spends nothing. */
export const peekGuardian = useCase(contract.peekGuardian, {
  right: 'practice.guardian.answer',
  async run({ input, tx, now }) {
    const peeked = await peekLink(tx, input.token, now);
    if (peeked.state !== 'open') return { state: peeked.state, ask: null };
    const id = await subjectOf(tx, input.token, guardianLink.purpose);
    const [facts] = id ? await readFacts(tx, sql<boolean>`p.id = ${id}`) : [];
    if (!facts) return { state: 'unknown' as const, ask: null };
    const { rows } = await sql<More>`select f.works, f.address, f.lodging, f.transport, c.full_name as college
      from practice.placement p join practice.offer f on f.id = p.offer_id
      join registry.organisation_v c on c.id = p.organisation_id where p.id = ${facts.id}`.execute(tx);
    const more = rows[0];
    if (!more) return { state: 'unknown' as const, ask: null };
    return {
      state: 'open' as const,
      ask: {
        ...more,
        host: facts.host,
        offer: facts.offer,
        from: facts.from,
        to: facts.to,
        minutesADay: stretchOn(facts.timetable, facts.from)?.minutes ?? 0,
        away: facts.homeId !== null && facts.homeId !== facts.hostPlaceId,
        given: facts.guardian === 'given',
        byBirthday: facts.birthDate !== null,
        until: peeked.expiresAt,
      },
    };
  },
});
