import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { type ReactNode, useEffect } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import 'dayjs/locale/ru';
import 'dayjs/locale/en';
import { ApiError } from './http.ts';
import { SessionProvider } from './session.tsx';
import { cssVariablesResolver, theme } from './theme/index.ts';

/** The server writes one nonce for each answer; Mantine's style elements carry it. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

// the libraries of dialogs put a style element of their own under the page's policy by this name
Object.assign(globalThis, { __webpack_nonce__: typeof document === 'undefined' ? '' : styleNonce() });

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // what the server refused will be refused again; only a lost connection is worth another try
        retry: (count, error) => !(error instanceof ApiError) && count < 2,
      },
    },
  });
}

function LocaleFrame({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const locale = i18n.language;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>{children}</DatesProvider>;
}

interface Props {
  texts: I18n;
  client: QueryClient;
  children: ReactNode;
}

/** Everything a screen may rely on: language, look, cache of answers, session. */
export function App({ texts, client, children }: Props) {
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <LocaleFrame>
          <QueryClientProvider client={client}>
            <SessionProvider>{children}</SessionProvider>
          </QueryClientProvider>
        </LocaleFrame>
      </MantineProvider>
    </I18nextProvider>
  );
}
