import type { ReactNode } from 'react';
import css from './empty-state.module.css';

interface Props {
  /** One sentence: what will be here. */
  text: ReactNode;
  title?: string;
  /** One button that makes it appear. */
  children?: ReactNode;
  level?: 1 | 2;
}

export function EmptyState({ title, text, children, level = 1 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={title ? css.page : css.inside}>
      {title && <Heading>{title}</Heading>}
      <p>{text}</p>
      {children && <div className={css.acts}>{children}</div>}
    </div>
  );
}
