import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type Paper, renderPaper } from '../../../platform/papers/index.ts';
import { found, useCase } from '../../../platform/use-case/index.ts';
import { contract } from '../contract.ts';
import { kindsOn } from '../kinds/kinds-on.ts';
import { type AgreementData, agreementPaper } from '../papers/agreement.ts';
import { practiceAgreementPaper } from '../papers/practice-agreement.ts';
import { practiceData } from '../papers/practice-data.ts';
import { loadAgreement } from './load-agreement.ts';

interface Row {
  content: {
    kind: { code: string; title: string };
    number: string;
    subject: string;
    from: string;
    to: string | null;
    fields: Record<string, string | number | null>;
    parties: { organisationId: string; fullName: string; inn: string | null }[];
  };
  supplement: string | null;
  why: string | null;
}
interface Party {
  organisation_id: string;
  signatory: string | null;
  authority: string | null;
}

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const shown = (value: string | number) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? value.split('-').reverse().join('.')
    : String(value);

/** Where the parties are, by the registry. */
async function placesOf(tx: Tx, parties: { organisationId: string }[]) {
  const { rows } = await sql<{
    id: string;
    kind: string;
    shortName: string;
    address: string | null;
    city: string | null;
  }>`select o.id, o.kind, o.short_name as "shortName", o.address, m.centre as city
    from registry.organisation_v o left join registry.municipality_v m on m.id = o.municipality_id
    where o.id in (${sql.join(parties.map(({ organisationId }) => organisationId))})`.execute(tx);
  return rows;
}

/** The agreement as a paper to sign, from the content that was proposed, with the names of its day; a draft until then. */
export const printAgreement = useCase(contract.printAgreement, {
  right: 'agreements.agreement.read',
  async run({ input, tx, actor, scope }) {
    const agreement = await loadAgreement(tx, { id: input.id, scope, actor });
    const versions = await sql<Row>`select content, supplement, why from agreements.version
      where agreement_id = ${input.id} and no = ${agreement.version}`.execute(tx);
    const { content, supplement, why } = found(versions.rows[0]);
    const { rows } =
      await sql<Party>`select v.id as organisation_id, p.signatory, p.authority from agreements.party p
      join registry.survivor_v v on v.kind = 'organisation' and v.survivor_id = p.organisation_id
      where p.agreement_id = ${input.id}`.execute(tx);
    const kind = (await kindsOn(tx, agreement.from)).find(({ code }) => code === content.kind.code);
    const data: AgreementData = {
      title: content.kind.title,
      number: content.number,
      subject: content.subject,
      from: content.from,
      to: content.to,
      concludedOn: agreement.concludedOn,
      terms: Object.entries(content.fields).flatMap(([id, value]) =>
        value === null || value === ''
          ? []
          : [{ title: kind?.fields.find((field) => field.id === id)?.title ?? id, value: shown(value) }],
      ),
      parties: content.parties.map(({ organisationId, fullName, inn }) => {
        const party = rows.find((row) => row.organisation_id === organisationId);
        return {
          organisationId,
          fullName,
          inn,
          signatory: party?.signatory ?? null,
          authority: party?.authority ?? null,
        };
      }),
      supplement: supplement ? { number: supplement, why } : null,
    };
    // practice has a sample form of its own, with two annexes
    const [paper, filled] =
      content.kind.code === 'practice'
        ? [
            practiceAgreementPaper as unknown as Paper,
            practiceData(data, await placesOf(tx, content.parties), content.fields),
          ]
        : [agreementPaper as unknown as Paper, data];
    const file = await renderPaper(paper, filled, {
      format: input.format,
      title: `${content.kind.title}, ${content.number}`,
      draft: !['signed', 'in_force', 'ended'].includes(agreement.state),
      fingerprint: agreement.hash,
      timeoutMs: 20_000,
    });
    return {
      name: `${content.number.replace(/[\\/:*?"<>|]/g, '-')}.${input.format}`,
      type: TYPES[input.format],
      base64: Buffer.from(file).toString('base64'),
    };
  },
});
