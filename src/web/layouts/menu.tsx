import { Link, useLocation } from '@tanstack/react-router';
import type { MenuSection, Page } from '../page.ts';
import { type Session, useSession } from '../session.tsx';
import { useTexts } from '../text.ts';
import { Icon } from '../widgets/icon.tsx';
import css from './menu.module.css';

const SECTIONS: MenuSection[] = ['work', 'need', 'study', 'practice', 'exams', 'hiring', 'data', 'admin'];

/** Pages of the menu that this person may open, by section and order. */
export function menuOf(
  pages: readonly Page[],
  session: Pick<Session, 'may'>,
): { section: MenuSection; pages: Page[] }[] {
  const mine = pages.filter(
    (page) => page.layout === 'desk' && page.menu && (!page.right || session.may(page.right)),
  );
  return SECTIONS.map((section) => ({
    section,
    pages: mine
      .filter((page) => (page.menu?.section ?? 'work') === section)
      .sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0)),
  })).filter((group) => group.pages.length > 0);
}

/** The entry a page belongs to: the longest address that begins this one, so `/order/variants` is not `/order`. */
export function currentOf(pages: readonly Page[], pathname: string): string | null {
  const under = pages.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return under.sort((a, b) => b.path.length - a.path.length)[0]?.path ?? null;
}

interface EntryProps {
  page: Page;
  current: boolean;
  onGo?: (() => void) | undefined;
}

function Entry({ page, current, onGo }: EntryProps) {
  const { t } = useTexts();
  const { tasks } = useSession();
  const { menu } = page;
  if (!menu) return null;
  const waiting = menu.count === 'tasks' ? tasks : 0;
  return (
    <li>
      <Link
        to={page.path}
        className={css.entry}
        activeOptions={{ exact: true, includeSearch: false }}
        activeProps={{}}
        {...(current && { 'aria-current': 'page' as const })}
        onClick={onGo}
      >
        <Icon name={menu.icon} />
        {t(menu.title ?? page.title)}
        {waiting > 0 && (
          <span className={`num ${css.count}`}>
            <span aria-hidden="true">{waiting}</span>
            <span className="sr">{t('web:menu.waiting', { count: waiting })}</span>
          </span>
        )}
      </Link>
    </li>
  );
}

export function Menu({ pages, onGo }: { pages: readonly Page[]; onGo?: () => void }) {
  const { t } = useTexts();
  const session = useSession();
  const { pathname } = useLocation();
  const groups = menuOf(pages, session);
  const current = currentOf(
    groups.flatMap((group) => group.pages),
    pathname,
  );
  return (
    <nav aria-label={t('web:menu.label')} className={css.menu}>
      {groups.map((group) => (
        <div key={group.section}>
          {group.section !== 'work' && <h2 className={css.section}>{t(`web:menu.${group.section}`)}</h2>}
          <ul>
            {group.pages.map((page) => (
              <Entry key={page.path} page={page} current={page.path === current} onGo={onGo} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
