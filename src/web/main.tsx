import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { createTexts } from '../platform/i18n/texts.ts';
import { App, createQueryClient } from './app.tsx';
import { chosenLanguage } from './layouts/language-switch.tsx';
import type { Page } from './page.ts';
import { createPortalRouter } from './router.tsx';
import { pages } from './tree.gen.ts';

/** The gallery of widgets is for those who build screens: on a working portal it opens only by `?gallery`. */
function shown(page: Page): boolean {
  if (page.path !== '/gallery') return true;
  return import.meta.env.DEV || new URLSearchParams(window.location.search).has('gallery');
}

const texts = createTexts(chosenLanguage() ?? 'ru', initReactI18next);
const client = createQueryClient();
const router = createPortalRouter((pages as Page[]).filter(shown));

const place = document.getElementById('root');
if (!place) throw new Error('No #root in index.html');
createRoot(place).render(
  <StrictMode>
    <App texts={texts} client={client}>
      <RouterProvider router={router} />
    </App>
  </StrictMode>,
);
