import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import css from './bare.module.css';
import { Brand } from './brand.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { OfflineStrip } from './offline-strip.tsx';
import { MAIN_ID, SkipLink } from './skip-link.tsx';

/** One question per page: signing in, a link from a letter, a tablet at an exam. */
export function BarePages({ children }: { children?: ReactNode }) {
  return (
    <>
      <SkipLink />
      <DemoStrip />
      <OfflineStrip />
      <header className={`no-print ${css.header}`}>
        <Brand />
      </header>
      <main id={MAIN_ID} tabIndex={-1} className={css.main}>
        {children ?? <Outlet />}
      </main>
    </>
  );
}
