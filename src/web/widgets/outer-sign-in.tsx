import { useMutation, useQuery } from '@tanstack/react-query';
import { type Answer, ApiError, call } from '../http.ts';
import { useTexts } from '../text.ts';
import { Button } from './button.tsx';
import css from './sign-in-form.module.css';

interface Provider {
  id: string;
  title: string;
}

/** Goes to the outer service's own page; it comes back to `/tasks`, or to `/sign-in?problem=…`. */
async function leaveFor(provider: string): Promise<void> {
  const { url } = await call<{ url: string }>('/api/auth/sign-in/social', {
    method: 'POST',
    body: { provider, callbackURL: '/tasks' },
  });
  globalThis.location.assign(url);
}

/** Buttons of the outer sign-in services (OpenID Connect) of this region; nothing when there are none. */
export function OuterSignIn() {
  const { t } = useTexts();
  const { data } = useQuery({
    queryKey: ['sign-in', 'providers'],
    queryFn: ({ signal }) => call<Answer<Provider[]>>('/api/sign-in/providers', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const go = useMutation<void, Error, string>({ mutationFn: leaveFor });
  const providers = data?.data ?? [];
  if (providers.length === 0) return null;
  const words = go.error instanceof ApiError ? go.error.message : t('web:signIn.noNetwork');
  return (
    <div className={css.outer}>
      <p>{t('web:signIn.or')}</p>
      {providers.map(({ id, title }) => (
        <Button key={id} size="l" busy={go.isPending && go.variables === id} onClick={() => go.mutate(id)}>
          {t('web:signIn.by', { title })}
        </Button>
      ))}
      {go.isError && <p role="alert">{words}</p>}
    </div>
  );
}
