import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Answer, ApiError, call, newCommandId } from './http.ts';

export type Scope = 'all' | 'territory' | 'organisation' | 'own' | 'assigned' | 'consented';

export interface Assignment {
  id: string;
  role: string;
  roleTitle: string;
  organisation: { id: string; name: string } | null;
  municipality?: string;
}

export interface SessionFacts {
  person: { id: string; name: string; initials: string } | null;
  assignment: Assignment | null;
  assignments: Assignment[];
  rights: Record<string, Scope>;
  demo: boolean;
  region: { id: string; name: string };
  locale: 'ru' | 'en';
  tasks: number;
}

export interface Session extends SessionFacts {
  /** Nobody is known yet: the first answer has not come. */
  loading: boolean;
  signedIn: boolean;
  may: (permission: string) => boolean;
}

export const SESSION_KEY = ['session'] as const;

const NOBODY: SessionFacts = {
  person: null,
  assignment: null,
  assignments: [],
  rights: {},
  demo: false,
  region: { id: '', name: '' },
  locale: 'ru',
  tasks: 0,
};

const SessionContext = createContext<Session | null>(null);

function complete(facts: SessionFacts, loading: boolean): Session {
  return {
    ...facts,
    loading,
    signedIn: facts.person !== null,
    may: (permission) => permission in facts.rights,
  };
}

/** `given` replaces the server's answer: for the gallery of widgets, which needs no server. */
export function SessionProvider({ children, given }: { children: ReactNode; given?: SessionFacts }) {
  const query = useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => call<Answer<SessionFacts>>('/api/session', { signal }),
    enabled: !given,
    // at an exam without network the service worker answers: the question is asked all the same
    networkMode: 'always',
    staleTime: 30_000,
    retry: (count, error) => !(error instanceof ApiError) && count < 2,
  });
  const facts = given ?? query.data?.data ?? NOBODY;
  const loading = !given && query.isPending;
  const session = useMemo(() => complete(facts, loading), [facts, loading]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

/** Acts on the session; after each everything known is asked again, since rights may have changed. */
export function useSessionActs() {
  const client = useQueryClient();
  const renew = () => client.invalidateQueries();
  return {
    renew,
    switchTo: async (assignment: string) => {
      await call('/api/session/assignment', {
        method: 'POST',
        body: { assignment },
        commandId: newCommandId(),
      });
      await renew();
    },
    signOut: async () => {
      await call('/api/auth/sign-out', { method: 'POST', body: {} });
      client.clear();
      await renew();
    },
    /** `code`: the password is right, the second factor is asked next. */
    signIn: async (email: string, password: string): Promise<'in' | 'code'> => {
      const answer = await call<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', {
        method: 'POST',
        body: { email, password },
      });
      if (answer.twoFactorRedirect) return 'code';
      await renew();
      return 'in';
    },
  };
}
