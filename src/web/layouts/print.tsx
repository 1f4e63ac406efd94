import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PrintButton } from '../widgets/print-button.tsx';
import { DemoStrip } from './demo-strip.tsx';
import css from './print.module.css';
import { MAIN_ID } from './skip-link.tsx';

/** A page made for paper: on screen it is a sheet with one button. */
export function PrintPages({ children }: { children?: ReactNode }) {
  return (
    <>
      <DemoStrip />
      <div className={`no-print ${css.bar}`}>
        <PrintButton />
      </div>
      <main id={MAIN_ID} className={css.sheet}>
        {children ?? <Outlet />}
      </main>
    </>
  );
}
