import { useState } from 'react';
import { useTexts } from '../../../web/text.ts';
import type { Problems } from '../../../web/widgets/form.tsx';
import { FormPanel } from '../../../web/widgets/form-panel.tsx';
import { AreaInput, TextInput } from '../../../web/widgets/inputs.tsx';
import css from './answers.module.css';
import type { Answers, SeatRow } from './order-api.ts';

interface Said {
  objections: { programmeId: string; seats: number; reason: string }[];
  note?: string;
}
interface Typed {
  seats: string;
  reason: string;
}
interface Props {
  seats: SeatRow[];
  known: Answers['rows'][number];
  busy: boolean;
  problems: Problems;
  onSend: (said: Said) => void;
  onClose: () => void;
}

const EMPTY: Typed = { seats: '', reason: '' };
const WHOLE = /^\d{1,3}$/;

/** Programme by programme: how many the college can take, and why; what is left empty stays as proposed. */
export function ObjectionsForm({ seats, known, busy, problems, onSend, onClose }: Props) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<Record<string, Typed>>(() =>
    Object.fromEntries(
      known.objections.map((one) => [one.programmeId, { seats: String(one.seats), reason: one.reason }]),
    ),
  );
  const [note, setNote] = useState(known.note ?? '');
  const put = (id: string, part: Partial<Typed>) =>
    setTyped((all) => ({ ...all, [id]: { ...(all[id] ?? EMPTY), ...part } }));
  const named = seats.flatMap((seat) => {
    const one = typed[seat.programmeId];
    const text = one?.seats.trim() ?? '';
    return one && text !== '' ? [{ seat, text, reason: one.reason.trim() }] : [];
  });
  const blocked = named.some(({ text }) => !WHOLE.test(text) || Number(text) > 500)
    ? t('order:screen.answers.mine.badNumber')
    : named.length === 0 || named.some(({ seat, text }) => Number(text) === seat.seats)
      ? t('order:screen.answers.mine.empty')
      : named.some(({ reason }) => reason.length < 5)
        ? t('order:screen.answers.mine.noReason')
        : undefined;
  const send = () =>
    onSend({
      objections: named.map(({ seat, text, reason }) => ({
        programmeId: seat.programmeId,
        seats: Number(text),
        reason,
      })),
      ...(note.trim() && { note: note.trim() }),
    });
  return (
    <div className={css.form}>
      <FormPanel
        title={t('order:screen.answers.mine.title')}
        about={t('order:screen.answers.mine.formAbout')}
        submit={t('order:screen.answers.mine.send')}
        busy={busy}
        {...(blocked && { blocked })}
        problems={problems}
        onSubmit={send}
        onClose={onClose}
      >
        {seats.map((seat) => {
          const label = t('order:screen.answers.mine.number', {
            code: seat.code,
            name: seat.name,
            base: String(seat.base),
            seats: seat.seats,
          });
          const value = typed[seat.programmeId] ?? EMPTY;
          return (
            <fieldset key={seat.programmeId} className={css.programme}>
              <legend>{label}</legend>
              <TextInput
                name={`seats-${seat.programmeId}`}
                inputMode="numeric"
                label={t('order:screen.answers.mine.numberHint')}
                value={value.seats}
                onChange={(next) => put(seat.programmeId, { seats: next })}
              />
              <TextInput
                name={`reason-${seat.programmeId}`}
                label={t('order:screen.answers.mine.reason')}
                value={value.reason}
                onChange={(next) => put(seat.programmeId, { reason: next })}
              />
            </fieldset>
          );
        })}
        <AreaInput
          name="note"
          optional
          label={t('order:screen.answers.mine.note')}
          value={note}
          onChange={setNote}
        />
      </FormPanel>
    </div>
  );
}
