import { useState } from 'react';
import { useChange } from '../../../web/api.ts';
import { useTexts } from '../../../web/text.ts';
import { Button } from '../../../web/widgets/button.tsx';
import { problemsFromServer } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, TextInput } from '../../../web/widgets/inputs.tsx';
import { StateMark } from '../../../web/widgets/state-mark.tsx';
import css from './order.module.css';
import { api, ORDER, type SeatRow, type Variant } from './order-api.ts';

/** An official's decision against the calculation: a number, a reason, and a new variant that counts its price. */
export function Override({
  variant,
  seat,
}: {
  variant: Pick<Variant, 'id' | 'decisionYear' | 'decisions'>;
  seat: SeatRow;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [seats, setSeats] = useState(String(seat.seats));
  const [reason, setReason] = useState('');
  const start = useChange(api.startVariant, [ORDER]);
  const labels = { seats: t('order:screen.override.seats'), reason: t('order:screen.override.reason') };
  if (start.isSuccess)
    return (
      <StateMark state="waiting">
        {t('order:screen.override.started', { version: start.data.data.version })}
      </StateMark>
    );
  if (!open) return <Button onClick={() => setOpen(true)}>{t('order:screen.override.open')}</Button>;
  const wanted = /^\d{1,3}$/.test(seats.trim()) ? Number(seats) : null;
  const missing =
    wanted === null || wanted > 500
      ? t('order:screen.override.number')
      : reason.trim().length < 5
        ? t('order:screen.override.why')
        : undefined;
  const send = () => {
    if (wanted === null) return;
    const others = variant.decisions.filter((one) => one.programmeId !== seat.programmeId);
    start.mutate({
      title: t('order:screen.override.named', { code: seat.code, seats: wanted }),
      decisionYear: variant.decisionYear,
      basedOn: variant.id,
      decisions: [...others, { programmeId: seat.programmeId, seats: wanted, reason: reason.trim() }],
    });
  };
  return (
    <div className={css.override}>
      <FormPanel
        title={t('order:screen.override.title')}
        about={t('order:screen.override.about')}
        submit={t('order:screen.override.submit')}
        busy={start.isPending}
        {...(missing && { blocked: missing })}
        problems={start.isError ? problemsFromServer(start.error, t('web:form.notSaved')) : {}}
        labels={labels}
        onSubmit={send}
        onClose={() => setOpen(false)}
      >
        <TextInput name="seats" inputMode="numeric" label={labels.seats} value={seats} onChange={setSeats} />
        <AreaInput name="reason" label={labels.reason} value={reason} onChange={setReason} />
      </FormPanel>
    </div>
  );
}
