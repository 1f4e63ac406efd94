import css from './icon.module.css';
import { type IconName, iconPaths } from './icon-paths.ts';

/** Always beside words or inside a labelled control, so it is hidden from screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className={css.icon}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {iconPaths[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

/** Two leaves on a stem: never smaller than 16 px, never recoloured. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg className={css.icon} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M15 30V13" stroke="var(--accent)" strokeWidth="3" strokeLinecap="round" />
      <path d="M15 17C6 17 2 11.5 2 4c8 0 13 4.500 13 13z" fill="var(--accent)" />
      <path d="M15 21c0-8 5-12 14.500-12C29.500 17 24 21 15 21z" fill="var(--live)" />
    </svg>
  );
}
