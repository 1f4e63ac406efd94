import { useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { PrintFoot } from '../../../web/widgets/print-button.tsx';
import { ProposalAnswers } from './answers.tsx';
import { Approval } from './approval.tsx';
import { Baselines } from './baselines.tsx';
import { DecisionsPrice } from './decisions-price.tsx';
import { NoOrder } from './no-order.tsx';
import { api, type OrderRow, ROWS, VARIANT, type Variant, type VariantCan } from './order-api.ts';
import { OrderHead } from './order-head.tsx';
import { OrderNumbers } from './order-numbers.tsx';
import { OrderProof } from './order-proof.tsx';
import { OrderTable } from './order-table.tsx';
import { OrderWhy } from './order-why.tsx';
import { Unfinished } from './unfinished.tsx';

function Calculated({ variant, can }: { variant: Variant; can: VariantCan }) {
  const { t, date } = useTexts();
  const [chosen, setChosen] = useState<OrderRow | null>(null);
  const onWhy = useCallback((row: OrderRow) => setChosen((now) => (now?.code === row.code ? null : row)), []);
  const read = useRead(ROWS, api.listOrder, { id: variant.id, shortageFirst: false });
  return (
    <>
      <Approval variant={variant} can={can} />
      <OrderNumbers variant={variant} />
      <ProposalAnswers variant={variant} start={can.start === true && variant.state === 'proposed'} />
      <OrderProof variant={variant} />
      <DecisionsPrice variant={variant} />
      <Baselines variant={variant} />
      <OrderTable
        variant={variant}
        rows={read.data?.data.rows ?? []}
        loading={read.isPending}
        error={read.isError ? { text: read.error.message, again: () => void read.refetch() } : undefined}
        chosen={chosen?.code ?? null}
        onWhy={onWhy}
      />
      {variant.calculatedAt && variant.certificate && (
        <PrintFoot>
          {t('order:screen.order.foot', {
            version: variant.version,
            at: date(variant.calculatedAt, 'moment'),
            print: variant.certificate.fingerprint.slice(0, 16),
          })}
        </PrintFoot>
      )}
      {chosen && (
        <OrderWhy key={chosen.code} variant={variant} row={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

const OPEN = ['queued', 'running'];
const PACE = 2000;

/** The training order: one variant, or the newest one when the address names none. */
export default function Order() {
  const { id = 'latest' } = useParams({ strict: false }) as { id?: string };
  const read = useRead(
    VARIANT,
    api.getVariant,
    { id },
    {
      retry: false,
      // what stopped or ended is told through the outbox, a moment after the job itself
      refetchInterval: ({ state }) => (OPEN.includes(state.data?.data.state ?? '') ? PACE : false),
    },
  );
  if (read.isPending) return null;
  if (read.isError) return <NoOrder error={read.error} again={() => void read.refetch()} />;
  const { data: variant, can } = read.data;
  return (
    <>
      <OrderHead variant={variant} can={can} />
      {variant.summary ? <Calculated variant={variant} can={can} /> : <Unfinished variant={variant} />}
    </>
  );
}
