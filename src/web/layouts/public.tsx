import { Link, Outlet } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Page } from '../page.ts';
import { useSession } from '../session.tsx';
import { useTexts } from '../text.ts';
import { buttonClass } from '../widgets/button.tsx';
import { Icon } from '../widgets/icon.tsx';
import { AsideProvider } from './aside.tsx';
import { Brand } from './brand.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { OfflineStrip } from './offline-strip.tsx';
import css from './public.module.css';
import { MAIN_ID, SkipLink } from './skip-link.tsx';

function Header({ pages }: { pages: readonly Page[] }) {
  const { t } = useTexts();
  const { signedIn } = useSession();
  const open = pages.filter((page) => page.layout === 'public' && page.menu);
  const [unfolded, setUnfolded] = useState(false);
  const entries = open.sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0));
  return (
    <header className={`no-print ${css.wrap} ${css.bar}`}>
      <Brand />
      <nav id="public-menu" aria-label={t('web:menu.label')} className={unfolded ? css.unfolded : css.folded}>
        <ul>
          {entries.map((page) => (
            <li key={page.path}>
              <Link
                to={page.path}
                activeOptions={{ exact: true }}
                activeProps={{ 'aria-current': 'page' }}
                onClick={() => setUnfolded(false)}
              >
                {t(page.menu?.title ?? page.title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Link to={signedIn ? '/tasks' : '/sign-in'} className={buttonClass({}, css.enter)}>
        {t(signedIn ? 'web:tasks.title' : 'web:signIn.enter')}
      </Link>
      <button
        type="button"
        className={`only-phone ${css.fold}`}
        aria-expanded={unfolded}
        aria-controls="public-menu"
        aria-label={t('web:menu.open')}
        onClick={() => setUnfolded(!unfolded)}
      >
        <Icon name="menu" size={22} />
      </button>
    </header>
  );
}

function Footer() {
  const { t } = useTexts();
  const { region } = useSession();
  return (
    <footer className={`no-print ${css.footer}`}>
      <div className={css.wrap}>
        <Link to="/help/how">{t('web:footer.method')}</Link>
        <Link to="/help/rules">{t('web:links.rules')}</Link>
        <Link to="/open-data">{t('web:footer.openData')}</Link>
        <Link to="/api-docs">{t('web:apiDocs.title')}</Link>
        <LanguageSwitch />
        <span className={css.last}>{region.name}</span>
      </div>
    </footer>
  );
}

/** What anybody sees before signing in; sections of a page span the whole width and take `wrap` inside. */
export function PublicPages({ pages, children }: { pages: readonly Page[]; children?: ReactNode }) {
  return (
    <AsideProvider>
      {(slot) => (
        <>
          <SkipLink />
          <DemoStrip />
          <OfflineStrip />
          <Header pages={pages} />
          <main id={MAIN_ID} tabIndex={-1} className={css.main}>
            {children ?? <Outlet />}
          </main>
          <Footer />
          <div ref={slot} />
        </>
      )}
    </AsideProvider>
  );
}
