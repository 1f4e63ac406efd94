import { useState } from 'react';
import { useRead } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { WhyDrawer } from '../../../web/widgets/why-drawer.tsx';
import css from './order.module.css';
import { api, type OrderRow, SEATS, type SeatRow, type Variant, WHY } from './order-api.ts';
import { useSeatWhy } from './seat-why.tsx';

/** The colleges that share the seats of a code; the reason below is of the chosen one. */
function Colleges({
  seats,
  chosen,
  onChoose,
}: {
  seats: SeatRow[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { t } = useTexts();
  return (
    <fieldset className={css.colleges}>
      <legend className="sr">{t('order:screen.why.colleges')}</legend>
      {seats.map((seat) => (
        <label key={seat.id} className={seat.programmeId === chosen ? css.on : undefined}>
          <input
            type="radio"
            name="why-college"
            checked={seat.programmeId === chosen}
            onChange={() => onChoose(seat.programmeId)}
          />
          <span>
            {seat.college}
            <small>{t('order:screen.why.after', { base: String(seat.base) })}</small>
          </span>
          <b className="num">{seat.seats}</b>
        </label>
      ))}
    </fieldset>
  );
}

interface Props {
  variant: Variant;
  row: OrderRow;
  onClose: () => void;
}

/** «Почему столько мест?» of one code: who teaches it, and the reason of each college's seats. */
export function OrderWhy({ variant, row, onClose }: Props) {
  const { t } = useTexts();
  const [asked, setAsked] = useState<string | null>(null);
  const read = useRead(SEATS, api.listSeats, { id: variant.id, code: row.code });
  const seats = [...(read.data?.data.rows ?? [])].sort((a, b) => b.seats - a.seats);
  const chosen = asked ?? seats[0]?.programmeId ?? null;
  const reason = useRead(
    WHY,
    api.whySeats,
    { variantId: variant.id, programmeId: chosen ?? '' },
    { enabled: chosen !== null },
  );
  const groups = seats.reduce((sum, seat) => sum + seat.groups, 0);
  const open = seats.filter((seat) => seat.seats > 0).length;
  const why = useSeatWhy({
    variant,
    reason: reason.data?.data ?? null,
    can: reason.data?.can ?? {},
    title: t('order:screen.why.title', { count: row.seats }),
    subject: t('order:screen.why.subject', {
      code: row.code,
      name: row.name,
      year: String(variant.decisionYear),
    }),
    lead: (
      <>
        {seats.length > 0 && (
          <span>
            {t(row.seats > 0 ? 'order:screen.why.lead' : 'order:screen.why.leadNone', {
              groups: t('order:screen.count.groups', { count: groups }),
              colleges: t('order:screen.count.inColleges', { count: open }),
            })}
          </span>
        )}
        {read.isSuccess && seats.length === 0 && <span>{t('order:screen.why.nowhere')}</span>}
        {seats.length > 1 && chosen && <Colleges seats={seats} chosen={chosen} onChoose={setAsked} />}
      </>
    ),
  });
  return <WhyDrawer why={why} onClose={onClose} />;
}
