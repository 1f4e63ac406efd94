import { useCallback, useMemo, useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useExport } from '../../../web/export-table.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';
import { PageHead } from '../../../web/widgets/page-head.tsx';
import { PrintButton } from '../../../web/widgets/print-button.tsx';
import { DataTable } from '../../../web/widgets/table/index.ts';
import { WhyDrawer } from '../../../web/widgets/why-drawer.tsx';
import { CollegeAnswer } from './college-answer.tsx';
import { api, SEATS, type SeatRow, WHY } from './order-api.ts';
import { studyYear } from './order-head.tsx';
import { seatColumns } from './seat-columns.tsx';
import { useSeatWhy } from './seat-why.tsx';

function SeatWhy({
  variant,
  seat,
  onClose,
}: {
  variant: { id: string; decisionYear: number };
  seat: SeatRow;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const read = useRead(WHY, api.whySeats, { variantId: variant.id, programmeId: seat.programmeId });
  const why = useSeatWhy({
    variant,
    reason: read.data?.data ?? null,
    can: read.data?.can ?? {},
    title: t('order:screen.why.title', { count: seat.seats }),
    subject: t('order:screen.why.subject', {
      code: seat.code,
      name: seat.name,
      year: String(seat.intakeYear),
    }),
  });
  return <WhyDrawer why={why} onClose={onClose} />;
}

/** A college's seats in the newest order, and why so many; an official sees those of every college. */
export default function MySeats() {
  const texts = useTexts();
  const { t } = texts;
  const { rights, assignment, may } = useSession();
  const own = rights['order.seat.read'] === 'organisation';
  const [chosen, setChosen] = useState<SeatRow | null>(null);
  const read = useRead([...SEATS, 'mine'], api.listMySeats, {}, { enabled: own });
  const every = useRead([...SEATS, 'all'], api.listSeats, { id: 'latest' }, { enabled: !own, retry: false });
  const latest = useRead(
    ['order', 'variant'],
    api.getVariant,
    { id: 'latest' },
    { enabled: !own, retry: false },
  );
  const variant = own ? (read.data?.data.variant ?? null) : latest.data ? latest.data.data : null;
  const rows = (own ? read.data?.data.rows : every.data?.data.rows) ?? [];
  const onWhy = useCallback((row: SeatRow) => setChosen((now) => (now?.id === row.id ? null : row)), []);
  const columns = useMemo(
    () => seatColumns(texts, { chosen: chosen?.id ?? null, whose: !own, onWhy }),
    [texts, chosen, own, onWhy],
  );
  const { onExport, problem } = useExport<SeatRow>(t('order:screen.mine.title'));
  const pending = own ? read.isPending : every.isPending || latest.isPending;
  if (!pending && !variant)
    return <EmptyState title={t('order:screen.mine.title')} text={t('order:screen.mine.none')} />;
  return (
    <>
      <PageHead
        title={
          variant
            ? t('order:screen.mine.head', { year: studyYear(variant.decisionYear) })
            : t('order:screen.mine.title')
        }
        {...(variant && {
          tag: t('order:screen.order.tag', {
            state: t(`order:screen.state.${variant.state}`),
            version: variant.version,
          }),
        })}
        about={own ? (assignment?.organisation?.name ?? '') : t('order:screen.mine.all')}
        actions={<PrintButton />}
      />
      {own && may('order.answer.give') && variant?.state === 'proposed' && (
        <CollegeAnswer variantId={variant.id} seats={rows} />
      )}
      <DataTable
        id="my-seats"
        title={t('order:screen.mine.table')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        chosen={chosen?.id ?? null}
        loading={pending}
        {...(own &&
          read.isError && { error: { text: read.error.message, again: () => void read.refetch() } })}
        empty={t('order:screen.mine.empty')}
        onExport={onExport}
      />
      {problem && <p role="alert">{problem}</p>}
      {chosen && variant && (
        <SeatWhy key={chosen.id} variant={variant} seat={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
