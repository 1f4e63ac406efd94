import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export interface ButtonLook {
  /** One `main` per screenful; `quiet` is text of the third rank. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  size?: 's' | 'm' | 'l';
  icon?: IconName;
}

interface Props extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  children?: ReactNode;
  /** Why it cannot act yet: the button keeps its place and these words stand beside it. */
  blocked?: string;
  busy?: boolean;
}

export function buttonClass({ kind = 'plain', size = 'm' }: ButtonLook, extra?: string): string {
  return [css.button, css[kind], css[size], extra].filter(Boolean).join(' ');
}

export function Button({
  kind,
  size,
  icon,
  blocked,
  busy,
  children,
  className,
  onClick,
  type,
  ...rest
}: Props) {
  const off = Boolean(blocked) || Boolean(busy);
  const button = (
    <button
      {...rest}
      type={type ?? 'button'}
      className={buttonClass({ kind, size }, className)}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} size={size === 's' ? 14 : 16} />}
      {children}
    </button>
  );
  if (!blocked) return button;
  return (
    <span className={css.blocked}>
      <span className={css.reason}>{blocked}</span>
      {button}
    </span>
  );
}
