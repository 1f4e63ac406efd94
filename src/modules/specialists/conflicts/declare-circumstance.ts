import { sql } from 'kysely';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { addTie } from '../../registry/index.ts';
import { contract } from '../contract.ts';

/**
 * The expert names a near relative. Whoever of that name and birthday is known becomes a tie of kinship, which the
 * conflict engine alone reads; the answer is the same whether somebody was found or not.
 */
export const declareCircumstance = useCase(contract.declareCircumstance, {
  right: 'specialists.ownExpert.write',
  async run({ input, tx, actor, today, newId, change, emit }) {
    const { surname, givenName, birthDate } = input;
    const own = await sql<{
      id: string;
      personId: string;
    }>`select id, person_id as "personId" from specialists.expert
      where person_id = ${actor.personId}`.execute(tx);
    const { id: expertId, personId } = found(own.rows[0]);
    const key = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
    const { rows } = await sql<{ id: string }>`select id from registry.person_v
      where (sort_key = ${key(`${surname} ${givenName}`)} or sort_key like ${`${key(`${surname} ${givenName}`)} %`})
        and (${birthDate}::date is null or birth_date is null or birth_date = ${birthDate}::date) and id <> ${personId}`.execute(
      tx,
    );
    for (const match of rows.length > 0 ? rows : [{ id: null }]) {
      const id = newId();
      await sql`insert into specialists.expert_circumstance (id, expert_id, surname, given_name, birth_date, person_id, declared_on)
        values (${id}, ${expertId}, ${surname}, ${givenName}, ${birthDate}, ${match.id}, ${today})`.execute(
        tx,
      );
      if (match.id)
        await addTie(tx, {
          kind: 'kin',
          from: { personId },
          to: { personId: match.id },
          since: null,
          until: null,
          source: { kind: 'specialists.circumstance', id },
          newId,
        });
    }
    change({
      subject: { kind: 'specialists.expert', id: expertId, personId },
      after: { circumstance: true },
    });
    emit('specialists.expert.changed', { id: expertId, personId });
    return { noted: true as const };
  },
});
