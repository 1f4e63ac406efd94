import { Outlet } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Page } from '../page.ts';
import { useTexts } from '../text.ts';
import { Icon } from '../widgets/icon.tsx';
import { Sheet } from '../widgets/sheet.tsx';
import { AsideProvider } from './aside.tsx';
import { Brand } from './brand.tsx';
import { DemoStrip } from './demo-strip.tsx';
import css from './desk.module.css';
import { LongWork } from './long-work.tsx';
import { Menu } from './menu.tsx';
import { OfflineStrip } from './offline-strip.tsx';
import { Person } from './person.tsx';
import { MAIN_ID, SkipLink } from './skip-link.tsx';

interface Props {
  pages: readonly Page[];
  children?: ReactNode;
  /** In place of the live panel: the gallery shows one without a server. */
  work?: ReactNode;
}

function PhoneBar({ onOpen }: { onOpen: () => void }) {
  const { t } = useTexts();
  return (
    <header className={`only-phone no-print ${css.phone}`}>
      <Brand to="/tasks" />
      <button type="button" className={css.open} onClick={onOpen} aria-label={t('web:menu.open')}>
        <Icon name="menu" size={22} />
      </button>
    </header>
  );
}

/** The workplace of officials: menu at the left, the page, and beside it the drawer of a reason. */
export function Desk({ pages, children, work }: Props) {
  const { t } = useTexts();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <AsideProvider>
      {(slot) => (
        <>
          <SkipLink />
          <DemoStrip />
          <OfflineStrip />
          <div className={css.shell}>
            <header className={`only-desk no-print ${css.side}`}>
              <div className={css.brand}>
                <Brand to="/tasks" />
              </div>
              <div className={css.nav}>
                <Menu pages={pages} />
              </div>
              <div className={css.foot}>
                {work ?? <LongWork />}
                <Person />
              </div>
            </header>
            <PhoneBar onOpen={() => setOpened(true)} />
            <main id={MAIN_ID} tabIndex={-1} className={css.main}>
              {children ?? <Outlet />}
            </main>
            <div ref={slot} className={css.slot} />
          </div>
          <Sheet opened={opened} onClose={close} title={t('web:menu.label')}>
            <div className={css.inSheet}>
              <Menu pages={pages} onGo={close} />
              {work}
              <Person />
            </div>
          </Sheet>
        </>
      )}
    </AsideProvider>
  );
}
