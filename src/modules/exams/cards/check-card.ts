import { sql } from 'kysely';
import { notFound, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { recordHash } from '../results/records.ts';
import { loadCard } from './load-card.ts';

/** Names as people type them: case, ё and spaces do not matter. */
const folded = (name: string) => name.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');

/**
 * What a stranger with the QR code sees. Without the person's standing consent there is no such page at all, as if the
 * card did not exist; a withdrawal closes it at once.
 */
export const checkCard = useCase(contract.checkCard, {
  right: 'exams.card.check',
  async run({ input, tx }) {
    const card = await loadCard(tx, sql<boolean>`c.token = ${input.token}`);
    if (!card.consent) throw notFound();
    const { content } = card;
    const [surname = '', given = '', patronymic = ''] = content.fullName.split(' ');
    const right = input.surname !== undefined && folded(input.surname) === folded(surname);
    const { rows } = await sql<{
      number: string | null;
      link: string | null;
    }>`select number, link from exams.passport
      where examinee_id = ${card.examineeId}`.execute(tx);
    const changed = recordHash(content) !== card.hash;
    return {
      status: changed
        ? ('changed' as const)
        : card.annulled
          ? ('annulled' as const)
          : card.stands
            ? ('authentic' as const)
            : ('replaced' as const),
      number: content.number,
      initials: [surname, given, patronymic]
        .filter(Boolean)
        .map((one) => `${one[0]}.`)
        .join(' '),
      programme: `${content.programmeCode} ${content.programmeName}`,
      level: content.level,
      grade: content.grade,
      day: content.day,
      fullName: right ? content.fullName : null,
      surname:
        input.surname === undefined ? ('notAsked' as const) : right ? ('right' as const) : ('wrong' as const),
      passport: right ? (rows[0] ?? null) : null,
    };
  },
});
