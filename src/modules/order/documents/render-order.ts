import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { renderPaper } from '../../../platform/papers/index.ts';
import { notFound } from '../../../platform/use-case/index.ts';
import { SIGNER_POST, type TrainingOrderData, trainingOrderPaper } from '../papers/training-order.ts';

interface Head {
  id: string;
  year: number;
  state: string;
  number: string | null;
  approved_at: string | null;
  certificate: { fingerprint: string; final: { proved: number } } | null;
  ministry: string | null;
  signer: string | null;
  place: string | null;
}

/** Draws the paper of a variant: a draft until it is approved, then with its number and day. */
export async function renderOrder(
  tx: Tx,
  { variantId, format, demo }: { variantId: string; format: 'pdf' | 'docx'; demo: boolean },
): Promise<Uint8Array> {
  const { rows } =
    await sql<Head>`select v.id, v.decision_year as year, v.state, v.document_number as number, v.approved_at, v.certificate,
      m.full_name as ministry, (select p.short_name from registry.person_v p where p.id = v.approved_by) as signer,
      (select c.centre from registry.municipality_v c where c.id = m.municipality_id) as place
    from training_order.variant_v v
    left join lateral (select full_name, municipality_id from registry.organisation_v where kind = 'min_edu' order by id limit 1) m on true
    where v.id::text = ${variantId} and v.calculated_at is not null`.execute(tx);
  const head = rows[0];
  if (!head) throw notFound();
  const lines = await sql<
    TrainingOrderData['lines'][number]
  >`select p.code, p.name, p.base, p.form, p.college, s.seats, s.last_year as "lastYear", s.reason
    from training_order.seat_line_v s join programmes.programme_v p on p.id = s.programme_id
    where s.variant_id = ${head.id} and s.intake_year = ${head.year} and (s.seats > 0 or s.last_year > 0) order by p.code, p.college, p.base`.execute(
    tx,
  );
  const approved = head.state === 'approved' || head.state === 'superseded';
  const data: TrainingOrderData = {
    year: head.year,
    date: head.approved_at?.slice(0, 10) ?? null,
    number: head.number,
    place: head.place ?? '',
    body: head.ministry ?? '',
    signerPost: SIGNER_POST,
    signerName: head.signer ?? '',
    lines: lines.rows,
    certificate: head.certificate && {
      proved: head.certificate.final.proved,
      fingerprint: head.certificate.fingerprint,
    },
    notes: [],
  };
  return renderPaper(trainingOrderPaper, data, {
    format,
    title: `${head.year}`,
    draft: !approved,
    demo,
    ...(head.certificate ? { fingerprint: head.certificate.fingerprint.slice(0, 16) } : {}),
  });
}
