import { sql } from 'kysely';
import type { Tx } from '../database/index.ts';
import { demand } from '../rules/demand.ts';
import { judge } from '../rules/pure.ts';
import { refuse } from '../use-case/refusal.ts';
import type { RunArgs } from '../use-case/use-case.ts';
import { authorityRule } from './rules/authority-rule.ts';
import { simpleSignatureRule } from './rules/simple-signature-rule.ts';
import type { Authority, DocumentVersion, Party, Signature } from './types.ts';

export type SignArgs = Pick<RunArgs<unknown>, 'tx' | 'actor' | 'now' | 'today' | 'newId' | 'emit' | 'change'>;

export interface Signing {
  document: DocumentVersion;
  party: Party;
  signature: Signature;
  /** Who signed: their name as on the paper, and their record where there is one. */
  signer: { name: string; personId?: string | null };
  /** The day on the paper; by default today. Never in the future. */
  signedOn?: string;
  /** Needed where the party is an organisation. */
  authority?: Authority;
  /** Signed for somebody, e.g. by a legal representative, and why. */
  onBehalf?: { reason: string };
  /**
   * Gives the id of the agreement on simple e-signature between these parties that is valid on the day, or null.
   * Asked only for a simple signature; without it a simple signature is refused.
   */
  agreementOn?(tx: Tx, party: Party, day: string): Promise<string | null>;
}

const at = (path: string, key: string, params: Record<string, unknown> = {}) =>
  refuse(key, params, { fields: [{ path, key, params }] });

/** The guards, top to bottom; gives the agreement a simple signature stands on. */
async function guard(args: SignArgs, signing: Signing, day: string): Promise<string | null> {
  const { signature, party, authority } = signing;
  if (day > args.today) throw at('signedOn', 'signing:error.futureDate', { day });
  if (args.actor.kind === 'link' && signature.kind !== 'simple')
    throw refuse(
      'signing:rule.simple-signature.linkAlone',
      {},
      { status: 403, rule: simpleSignatureRule.rule },
    );
  if ('organisationId' in party) {
    const facts = { basis: authority?.basis ?? '', until: authority?.until ?? null };
    demand(authorityRule, judge(authorityRule, facts, {}, day));
  }
  if (signature.kind === 'qualified') {
    const { validFrom, validTo } = signature.certificate;
    if (day < validFrom || day > validTo)
      throw at('certificate', 'signing:error.certificateTerm', { validFrom, validTo, day });
  }
  if (signature.kind !== 'simple') return null;
  const agreementId = (await signing.agreementOn?.(args.tx, party, day)) ?? null;
  demand(
    simpleSignatureRule,
    judge(simpleSignatureRule, { agreementId, byLink: byLink(args, signature) }, {}, day),
  );
  return agreementId;
}

const byLink = (args: SignArgs, signature: Signature) =>
  args.actor.kind === 'link' || (signature.kind === 'simple' && signature.via === 'link');

/**
 * Records one party's signature on one version of a document, after the guards. Gives its id. A qualified
 * signature counts only when `checkQualified` has recorded that it was found valid.
 */
export async function signDocument(args: SignArgs, signing: Signing): Promise<string> {
  const { tx, actor, now, today } = args;
  const { document, party, signature, signer, authority } = signing;
  const day = signing.signedOn ?? today;
  const agreementId = await guard(args, signing, day);
  const organisationId = 'organisationId' in party ? party.organisationId : null;
  const personId = 'personId' in party ? party.personId : null;
  const paper = signature.kind === 'paper' ? signature : null;
  const qualified = signature.kind === 'qualified' ? signature : null;
  const id = args.newId();
  const { rows } = await sql`insert into platform.signature (id, document_kind, document_id, version_hash,
      party_organisation_id, party_person_id, kind, signed_on, signer_person_id, signer_name, authority,
      authority_until, on_behalf_reason, scan_hash, original_received, agreement_id, via, file_hash, certificate,
      recorded_by, recorded_at)
    values (${id}, ${document.kind}, ${document.id}, ${document.hash}, ${organisationId}, ${personId},
      ${signature.kind}, ${day}, ${signer.personId ?? null}, ${signer.name}, ${authority?.basis ?? null},
      ${authority?.until ?? null}, ${signing.onBehalf?.reason ?? null}, ${paper?.scanHash ?? null},
      ${paper?.originalReceived ?? false}, ${agreementId},
      ${signature.kind === 'simple' ? (byLink(args, signature) ? 'link' : 'account') : null},
      ${qualified?.fileHash ?? null}, ${qualified ? JSON.stringify(qualified.certificate) : null}::jsonb,
      ${actor.personId}, ${now})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw refuse('signing:error.alreadySigned', { name: signer.name }, { status: 409 });
  args.change({
    subject: { kind: document.kind, id: document.id, organisationId, personId },
    after: { signature: id, kind: signature.kind, signedOn: day, signer: signer.name, hash: document.hash },
  });
  args.emit('signing.signed', { signatureId: id, documentKind: document.kind, documentId: document.id });
  return id;
}
