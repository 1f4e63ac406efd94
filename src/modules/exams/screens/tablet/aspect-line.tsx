import { useEffect, useRef } from 'react';
import { useTexts } from '../../../../web/text.ts';
import { StateIcon } from '../../../../web/widgets/state-mark.tsx';
import { pointsOf } from '../exams-api.ts';
import type { AspectState } from './mark-queue.ts';
import type { Aspect } from './sheet.ts';
import css from './tablet.module.css';

interface Props {
  aspect: Aspect;
  state: AspectState;
  /** Null: nothing may be changed. */
  onGive: ((value: number) => void) | null;
}

const STEP = 50;

function Choices({ aspect, own, onGive }: { aspect: Aspect; own: number | null; onGive: Props['onGive'] }) {
  const { t } = useTexts();
  const choices =
    aspect.kind === 'judgement'
      ? [0, 1, 2, 3].map((value) => ({ value, text: String(value), hint: aspect.scale?.[value] ?? '' }))
      : [
          { value: 0, text: t('exams:tablet.no'), hint: '' },
          { value: aspect.max, text: t('exams:tablet.yes', { points: pointsOf(aspect.max) }), hint: '' },
        ];
  return (
    <span className={css.choices}>
      {choices.map(({ value, text, hint }) => (
        <button
          key={value}
          type="button"
          aria-pressed={own === value}
          aria-disabled={onGive ? undefined : true}
          aria-label={[aspect.title, text, hint].filter(Boolean).join(': ')}
          onClick={() => onGive?.(value)}
        >
          {text}
        </button>
      ))}
    </span>
  );
}

function Stepper({ aspect, own, onGive }: { aspect: Aspect; own: number | null; onGive: Props['onGive'] }) {
  const { t } = useTexts();
  // two quick taps are two steps, though the first is still being written
  const value = useRef(0);
  useEffect(() => {
    value.current = own ?? 0;
  }, [own]);
  const give = (next: number) => {
    value.current = Math.min(aspect.max, Math.max(0, next));
    onGive?.(value.current);
  };
  return (
    <span className={css.stepper}>
      <button
        type="button"
        aria-label={t('exams:tablet.less', { what: aspect.title })}
        aria-disabled={onGive ? undefined : true}
        onClick={() => give(value.current - STEP)}
      >
        −
      </button>
      <button
        type="button"
        className={css.value}
        aria-label={t('exams:tablet.setNow', { what: aspect.title, points: pointsOf(own ?? 0) })}
        aria-disabled={onGive ? undefined : true}
        onClick={() => give(value.current)}
      >
        {own === null ? '…' : pointsOf(own)}
      </button>
      <button
        type="button"
        aria-label={t('exams:tablet.more', { what: aspect.title })}
        aria-disabled={onGive ? undefined : true}
        onClick={() => give(value.current + STEP)}
      >
        +
      </button>
    </span>
  );
}

/** One aspect: what is looked at, how it is marked, and at once where colleagues see it otherwise. */
export function AspectLine({ aspect, state, onGive }: Props) {
  const { t } = useTexts();
  const kind =
    aspect.kind === 'judgement'
      ? t('exams:tablet.judgement', { max: pointsOf(aspect.max) })
      : t('exams:tablet.measurement', { max: pointsOf(aspect.max) });
  const others = state.others
    .map((one) => (aspect.kind === 'judgement' ? String(one) : pointsOf(one)))
    .join(', ');
  return (
    <li className={state.apart > 0 ? css.apart : undefined}>
      <span className={css.code}>{aspect.code}</span>
      <span>
        <b>{aspect.title}</b>
        <small>{kind}</small>
        {aspect.kind === 'judgement' && state.own !== null && aspect.scale?.[state.own] && (
          <small>{aspect.scale[state.own]}</small>
        )}
      </span>
      {aspect.how === 'steps' ? (
        <Stepper aspect={aspect} own={state.own} onGive={onGive} />
      ) : (
        <Choices aspect={aspect} own={state.own} onGive={onGive} />
      )}
      {state.apart > 0 && (
        <span className={css.message}>
          <StateIcon state="blocks" />
          {aspect.kind === 'judgement'
            ? t('exams:tablet.spread', { count: state.apart, own: state.own ?? 0, others })
            : t('exams:tablet.measured', { others })}
        </span>
      )}
    </li>
  );
}
