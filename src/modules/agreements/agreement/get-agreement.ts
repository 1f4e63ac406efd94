import { sql } from 'kysely';
import type { z } from 'zod';
import { signaturesOf } from '../../../platform/signing/index.ts';
import { allowedEvents } from '../../../platform/states/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { type agreementCard, contract } from '../contract.ts';
import { kindsOn } from '../kinds/kinds-on.ts';
import { agreementStates } from '../states.ts';
import { documentOf, loadAgreement } from './load-agreement.ts';
import { missingParties } from './missing-parties.ts';
import { readTerms } from './read-terms.ts';
import { rowColumns } from './row-columns.ts';
import './scans.ts';

type Card = z.output<typeof agreementCard>;
type Head = Omit<Card, 'parties' | 'kindTitle' | 'signatures' | 'versions' | 'activity'>;
type PartyRow = Omit<Card['parties'][number], 'signed' | 'mine'>;

export const getAgreement = useCase(contract.getAgreement, {
  right: 'agreements.agreement.read',
  async run({ input, tx, actor, scope, today }) {
    const stored = await loadAgreement(tx, { id: input.id, scope, actor });
    const terms = await readTerms(tx, today);
    const head =
      await sql<Head>`select ${rowColumns(terms, today)} from agreements.agreement a where a.id = ${input.id}`.execute(
        tx,
      );
    const parties =
      await sql<PartyRow>`select p.organisation_id as "organisationId", p.signatory, p.authority,
        p.authority_until as "authorityUntil", coalesce(n.short_name, o.short_name, '') as name,
        nullif(o.short_name, coalesce(n.short_name, o.short_name)) as "nameNow"
      from agreements.party p left join registry.organisation_v o on o.id = p.organisation_id
      left join registry.organisation_name_v n on n.organisation_id = p.organisation_id
        and n.valid @> ${stored.concludedOn ?? stored.from}::date
      where p.agreement_id = ${input.id} order by p.place`.execute(tx);
    const versions = await sql<
      Card['versions'][number]
    >`select v.no, v.hash, v.supplement, v.why, v.at, p.short_name as by
      from agreements.version v left join registry.person_v p on p.id = v.by_person
      where v.agreement_id = ${input.id} order by v.no desc`.execute(tx);
    const activity = await sql<
      Card['activity'][number]
    >`select c.id, c.on_day as "on", c.note, p.short_name as by
      from agreements.activity c left join registry.person_v p on p.id = c.by_person
      where c.agreement_id = ${input.id} order by c.on_day desc, c.id desc limit 50`.execute(tx);
    const document = documentOf(stored);
    const signatures = await signaturesOf(tx, document);
    const missing = await missingParties(tx, document, parties.rows);
    const signs = actor.rights['agreements.agreement.sign'];
    const waits = stored.state === 'proposed' || stored.state === 'changing';
    const title = (await kindsOn(tx, stored.from)).find(({ code }) => code === stored.kind)?.title;
    const { version, rev, fields, endedOn, endReason, copiedFrom } = stored;
    return {
      ...found(head.rows[0]),
      version,
      rev,
      fields,
      endedOn,
      endReason,
      copiedFrom,
      kindTitle: title ?? stored.kind,
      parties: parties.rows.map((party) => {
        const signed = !missing.includes(party);
        const own =
          signs === 'all' || (signs === 'organisation' && party.organisationId === actor.organisationId);
        return { ...party, signed, mine: waits && own && !signed };
      }),
      signatures: signatures.map((row) => ({
        id: row.id,
        organisationId: row.party_organisation_id,
        kind: row.kind,
        signedOn: row.signed_on,
        signer: row.signer_name,
        authority: row.authority,
        standing: row.standing,
      })),
      versions: versions.rows,
      activity: activity.rows,
    };
  },
  can: ({ data, actor, may }) => {
    const events = allowedEvents(agreementStates, data.state, actor.rights);
    const edits = may('agreements.agreement.edit');
    return {
      edit: edits && ['draft', 'proposed', 'in_force', 'changing'].includes(data.state),
      propose: events.includes('propose'),
      recall: events.includes('recall'),
      end: edits && events.includes('end'),
      note: edits && ['in_force', 'changing'].includes(data.state),
      copy: edits && data.state !== 'draft',
    };
  },
});
