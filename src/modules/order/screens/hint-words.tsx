import { useTexts } from '../../../web/text.ts';
import type { Reason } from './order-api.ts';
import { tens } from './order-numbers.tsx';

/** The closed formula beside the order: both numbers, and why they differ. */
export function HintWords({ reason }: { reason: Reason }) {
  const { t, num, percent } = useTexts();
  const { hint, seat } = reason;
  if (!hint) return null;
  const round = (value: number) => num(Math.abs(value) < 100 ? Math.round(value) : tens(value));
  return (
    <>
      <p>
        {t('order:screen.hint.formula', {
          code: seat.code,
          need: round(hint.need),
          pipeline: round(hint.pipeline),
          other: round(hint.other),
          yield: percent(hint.yield, 0),
          seats: num(hint.seats),
        })}
      </p>
      <p>{t('order:screen.hint.differs')}</p>
    </>
  );
}
