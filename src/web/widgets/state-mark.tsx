import type { ReactNode } from 'react';
import { useTexts } from '../text.ts';
import css from './state-mark.module.css';

export type State = 'done' | 'waiting' | 'remind' | 'blocks' | 'today' | 'soon' | 'idle';

/** Shape before colour: each state is told apart in grey and on paper. */
const SHAPES: Record<State, ReactNode> = {
  done: (
    <path
      d="m3 8.5 3.2 3.2L13 4.8"
      fill="none"
      stroke="var(--mark-done, var(--ok))"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  waiting: (
    <circle
      cx="8"
      cy="8"
      r="5.2"
      fill="none"
      stroke="var(--ink3)"
      strokeWidth="1.5"
      strokeDasharray="2.7 2.75"
    />
  ),
  remind: (
    <>
      <path
        d="M8 1.8 15 14H1z"
        fill="var(--warn-fill)"
        stroke="var(--warn)"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
      <path d="M8 6v3.6M8 11.8v.1" stroke="#14211B" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  blocks: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="3" fill="var(--stop-fill)" />
      <path
        d="m5.2 5.2 5.6 5.6M10.8 5.2l-5.6 5.6"
        stroke="var(--surface)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </>
  ),
  today: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--stop-fill)" />
      <path
        d="M8 4v4.3l2.8 1.6"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </>
  ),
  soon: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="var(--warn-fill)" stroke="var(--warn)" strokeWidth="1.2" />
      <path d="M8 4v4.3l2.8 1.6" fill="none" stroke="#14211B" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  idle: <path d="M5.5 8h5" stroke="var(--ink3)" strokeWidth="1.5" strokeLinecap="round" />,
};

/** The bare shape, beside words that say the same. */
export function StateIcon({ state }: { state: State }) {
  return (
    <svg className={css.icon} width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}

interface Props {
  state: State;
  /** Words beside the shape. Without them the shape stands alone and `label` is read aloud. */
  children?: ReactNode;
  label?: string;
}

export function StateMark({ state, children, label }: Props) {
  const { t } = useTexts();
  if (children)
    return (
      <span className={css.mark}>
        <StateIcon state={state} />
        <span>{children}</span>
      </span>
    );
  return (
    <span className={css.alone}>
      <StateIcon state={state} />
      <span className="sr">{label ?? t(`web:state.${state}`)}</span>
    </span>
  );
}
