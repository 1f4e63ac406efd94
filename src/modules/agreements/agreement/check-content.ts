import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { versionHash } from '../../../platform/signing/index.ts';
import { type FieldFault, refuse } from '../../../platform/use-case/index.ts';
import type { AgreementInput } from '../contract.ts';
import type { AgreementKind } from '../kinds/kind-schema.ts';

interface Organisation {
  id: string;
  kind: string;
  inn: string | null;
  fullName: string;
}

export interface Content {
  hash: string;
  content: Record<string, unknown>;
}

function fieldFaults(kind: AgreementKind, fields: AgreementInput['fields']): FieldFault[] {
  return kind.fields.flatMap(({ id, type, required, title }) => {
    const value = fields[id] ?? null;
    const fault = (key: string) => [{ path: `fields.${id}`, key, params: { title } }];
    if (value === null || value === '') return required ? fault('agreements:error.fieldEmpty') : [];
    if (type === 'number' && typeof value !== 'number') return fault('agreements:error.fieldNumber');
    if (type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(value)))
      return fault('agreements:error.fieldDate');
    return [];
  });
}

/**
 * Checks what an agreement says against its kind and gives what is signed: terms and parties by the full names they
 * bear on its first day. All that is wrong is said at once, at the fields.
 */
export async function checkContent(tx: Tx, kind: AgreementKind, input: AgreementInput): Promise<Content> {
  const faults = fieldFaults(kind, input.fields);
  const at = (path: string, key: string, params = {}) => faults.push({ path, key, params });
  if (input.to !== null && input.to < input.from) at('to', 'agreements:error.endsBeforeStart');
  const ids = input.parties.map(({ organisationId }) => organisationId);
  if (new Set(ids).size < ids.length) at('parties', 'agreements:error.partyTwice');
  if (ids.length < kind.minParties) at('parties', 'agreements:error.fewParties', { count: kind.minParties });
  const { rows } =
    await sql<Organisation>`select o.id, o.kind, o.inn, coalesce(n.full_name, o.full_name) as "fullName"
    from registry.organisation_v o left join registry.organisation_name_v n on n.organisation_id = o.id and n.valid @> ${input.from}::date
    where o.id in (${sql.join(ids)})`.execute(tx);
  const unknown = ids.filter((id) => !rows.some((row) => row.id === id));
  if (unknown.length > 0) at('parties', 'agreements:error.unknownParty');
  for (const needed of kind.needs)
    if (!rows.some((row) => row.kind === needed))
      at('parties', 'agreements:error.partyKind', { kind: `registry:kind.${needed}` });
  const [first] = faults;
  if (first) throw refuse(first.key, first.params ?? {}, { fields: faults });
  const { number, subject, from, to } = input;
  const content = {
    kind: { code: kind.code, title: kind.title },
    number,
    subject,
    from,
    to,
    fields: Object.fromEntries(kind.fields.map(({ id }) => [id, input.fields[id] ?? null])),
    parties: ids.map((id) => {
      const row = rows.find((one) => one.id === id);
      return { organisationId: id, fullName: row?.fullName ?? '', inn: row?.inn ?? null };
    }),
  };
  return { content, hash: versionHash(content) };
}
