import css from './cells.module.css';

export type CellKind = 'full' | 'half' | 'none';

export interface CellRun {
  kind: CellKind;
  count: number;
  /** «готовы», «не хватает бумаг», «без места». */
  label: string;
}

function Cell({ kind }: { kind: CellKind }) {
  const stroke = kind === 'full' ? 'var(--accent)' : kind === 'half' ? 'var(--warn)' : 'var(--stop-fill)';
  const shape = 'M9 1H15a8 8 0 0 1 8 8V25a8 8 0 0 1-8 8H4a3 3 0 0 1-3-3V9a8 8 0 0 1 8-8z';
  return (
    <svg viewBox="0 0 24 34" preserveAspectRatio="none" aria-hidden="true">
      {kind === 'half' && <path d="M1 19H23V25a8 8 0 0 1-8 8H4a3 3 0 0 1-3-3z" fill="var(--warn-fill)" />}
      <path
        d={shape}
        fill={kind === 'full' ? 'var(--accent)' : 'none'}
        stroke={stroke}
        strokeWidth={2}
        strokeDasharray={kind === 'none' ? '4 3' : undefined}
      />
    </svg>
  );
}

/** The cells of a group: full is ready, half-filled lacks papers, dashed has no place. Counts under their runs. */
export function GroupCells({ runs, label }: { runs: CellRun[]; label: string }) {
  return (
    <figure className={css.runs} aria-label={label}>
      {runs
        .filter((run) => run.count > 0)
        .map((run) => (
          <div key={run.label} className={css.run}>
            <div className={css.cells}>
              {Array.from({ length: run.count }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a run are alike
                <Cell key={i} kind={run.kind} />
              ))}
            </div>
            <b className="num">{run.count}</b>
            <span>{run.label}</span>
          </div>
        ))}
    </figure>
  );
}

/** Places of one offer: filled is taken. */
export function PlaceCells({ taken, capacity, label }: { taken: number; capacity: number; label: string }) {
  return (
    <span className={css.places}>
      <svg width={capacity * 13} height={14} role="img" aria-label={label}>
        {Array.from({ length: capacity }, (_, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: places of an offer are alike
            key={i}
            x={i * 13 + 0.75}
            y={0.75}
            width={8.5}
            height={12.5}
            rx={2.5}
            fill={i < taken ? 'var(--accent)' : 'none'}
            stroke="var(--accent)"
            strokeWidth={1.5}
          />
        ))}
      </svg>
      <span className="num small dim" aria-hidden="true">
        {label}
      </span>
    </span>
  );
}
