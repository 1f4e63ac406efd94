import { sql } from 'kysely';
import { beginState } from '../../../platform/states/index.ts';
import { useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kindOn } from '../kinds/kinds-on.ts';
import { agreementStates } from '../states.ts';
import { checkContent } from './check-content.ts';
import { loadAgreement } from './load-agreement.ts';
import { writeParties, writeVersion } from './write-agreement.ts';

interface Next {
  from: string;
  to: string | null;
}

/** «Повторить прошлый год»: the same parties and terms a year later, as a draft of one's own. */
export const copyAgreement = useCase(contract.copyAgreement, {
  right: 'agreements.agreement.edit',
  async run(args) {
    const { input, tx, actor, scope, newId, change } = args;
    const old = await loadAgreement(tx, { id: input.id, scope, actor });
    const shifted = await sql<Next>`select (${old.from}::date + interval '1 year')::date as "from",
      (${old.to}::date + interval '1 year')::date as "to"`.execute(tx);
    const parties = await sql<{
      organisationId: string;
      signatory: string | null;
      authority: string | null;
      authorityUntil: string | null;
    }>`
      select organisation_id as "organisationId", signatory, authority, authority_until as "authorityUntil"
      from agreements.party where agreement_id = ${input.id} order by place`.execute(tx);
    const { from = old.from, to = old.to } = shifted.rows[0] ?? {};
    const fields = {
      kind: old.kind,
      subject: old.subject,
      fields: old.fields,
      from,
      to,
      parties: parties.rows,
      number: `${old.number}-${from.slice(0, 4)}`,
    };
    const content = await checkContent(tx, await kindOn(tx, fields.kind, from), fields);
    const id = newId();
    await sql`insert into agreements.agreement (id, kind, number, subject, state, valid, fields, hash, copied_from, is_demo, prepared_by)
      select ${id}, kind, ${fields.number}, subject, ${agreementStates.initial}, daterange(${from}::date, ${to}::date, '[]'),
        ${JSON.stringify(content.content.fields)}::jsonb, ${content.hash}, id, is_demo, ${actor.personId}
      from agreements.agreement where id = ${input.id}`.execute(tx);
    await writeParties(args, id, fields.parties);
    await writeVersion(args, { id, no: 1, content, supplement: null, why: null });
    await beginState(args, agreementStates, id);
    change({
      subject: { kind: 'agreements.agreement', id, organisationId: actor.organisationId },
      after: { copiedFrom: input.id },
    });
    return { id };
  },
});
