import css from './bar.module.css';

/** A thin bar from 0 to 1; a progress element keeps the width out of style attributes. */
export function Bar({ share, label }: { share: number; label: string }) {
  const now = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      className={css.bar}
      role="progressbar"
      aria-label={label}
      aria-valuenow={now}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={now} height="6" fill="var(--accent)" />
      </svg>
    </div>
  );
}

/** «12 из 17» with its bar: how much of what was asked is there. */
export function PartOf({ part, whole, label }: { part: number; whole: number; label: string }) {
  return (
    <span className={css.part}>
      <Bar share={whole === 0 ? 0 : part / whole} label={label} />
      <span className="num">{label}</span>
    </span>
  );
}
