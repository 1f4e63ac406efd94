import { sql } from 'kysely';
import type { RunArgs } from '../../../platform/use-case/index.ts';
import type { AgreementInput } from '../contract.ts';
import type { Content } from './check-content.ts';

type Args = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now'>;

interface Version {
  id: string;
  no: number;
  content: Content;
  supplement: string | null;
  why: string | null;
}

/** Keeps a proposed content for good, with the names of its day. */
export async function writeVersion(
  { tx, actor, now }: Args,
  { id, no, content, supplement, why }: Version,
): Promise<void> {
  await sql`insert into agreements.version (agreement_id, no, hash, content, supplement, why, at, by_person)
    values (${id}, ${no}, ${content.hash}, ${JSON.stringify(content.content)}::jsonb, ${supplement}, ${why}, ${now}, ${actor.personId})
    on conflict (agreement_id, no) do update set hash = excluded.hash, content = excluded.content,
      supplement = excluded.supplement, why = excluded.why, at = excluded.at, by_person = excluded.by_person`.execute(
    tx,
  );
}

/** Writes who the parties are, in their order, with who signs for each and by what right. */
export async function writeParties(
  { tx }: Pick<Args, 'tx'>,
  id: string,
  parties: AgreementInput['parties'],
): Promise<void> {
  await sql`delete from agreements.party where agreement_id = ${id}`.execute(tx);
  for (const [place, party] of parties.entries())
    await sql`insert into agreements.party (agreement_id, organisation_id, place, signatory, authority, authority_until)
      values (${id}, ${party.organisationId}, ${place}, ${party.signatory}, ${party.authority}, ${party.authorityUntil})`.execute(
      tx,
    );
}
