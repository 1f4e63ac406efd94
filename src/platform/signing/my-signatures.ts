import { sql } from 'kysely';
import { definePersonalData } from '../retention/define-personal-data.ts';

interface Row {
  id: string;
  kind: string;
  signed_on: string;
  document_kind: string;
  authority: string | null;
}

export const mySignatures = definePersonalData({
  id: 'signing.signature',
  titleKey: 'signing:mine.title',
  basis: 'contract',
  basisKey: 'signing:mine.basis',
  purposeKey: 'signing:mine.purpose',
  async collect(tx, personId) {
    const { rows } =
      await sql<Row>`select id, kind, signed_on, document_kind, authority from platform.signature
      where signer_person_id = ${personId} or party_person_id = ${personId} order by signed_on desc, id`.execute(
        tx,
      );
    return rows.map((row) => ({
      id: row.id,
      fields: [
        { labelKey: 'signing:mine.signedOn', value: row.signed_on, as: 'day' },
        { labelKey: 'signing:mine.kind', value: `signing:kind.${row.kind}`, as: 'messageKey' },
        { labelKey: 'signing:mine.document', value: row.document_kind },
        { labelKey: 'signing:mine.authority', value: row.authority },
      ],
    }));
  },
});
