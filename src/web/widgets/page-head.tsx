import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../text.ts';
import css from './page-head.module.css';

interface Props {
  title: ReactNode;
  /** Where the page lies; the last one is the page's own place and has no address. */
  crumbs?: { title: string; to?: string }[];
  /** State of the thing on the page: «проект, версия 7». */
  tag?: ReactNode;
  about?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, crumbs, tag, about, actions }: Props) {
  const { t } = useTexts();
  return (
    <div className={css.head}>
      <div className={css.words}>
        {crumbs && (
          <nav className={css.crumbs} aria-label={t('web:page.here')}>
            {crumbs.map(({ title: name, to }, i) => (
              <Fragment key={name}>
                {i > 0 && <span aria-hidden="true">/</span>}
                {to ? <Link to={to}>{name}</Link> : <span>{name}</span>}
              </Fragment>
            ))}
          </nav>
        )}
        <div className={css.title}>
          <h1>{title}</h1>
          {tag && <span className={css.tag}>{tag}</span>}
        </div>
        {about && <p className={css.about}>{about}</p>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}

/** A section of a page: heading, a note beside it, small buttons at the right. */
export function SectionHead({
  id,
  title,
  note,
  children,
}: {
  id?: string;
  title: string;
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={css.section}>
      <h2 id={id}>{title}</h2>
      {note && <p className={css.note}>{note}</p>}
      {children && <div className={css.tools}>{children}</div>}
    </div>
  );
}
