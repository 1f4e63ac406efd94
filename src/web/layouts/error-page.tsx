import type { ErrorComponentProps } from '@tanstack/react-router';
import { ApiError } from '../http.ts';
import { useTexts } from '../text.ts';
import { Button } from '../widgets/button.tsx';
import { EmptyState } from '../widgets/empty-state.tsx';

/** What a failed page says: what happened, that the rest is safe, what to do. */
export function ErrorPage({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  const { t } = useTexts();
  const said = error instanceof ApiError && error.message ? error.message : t('web:error.text');
  return (
    <EmptyState title={t('web:error.title')} text={said}>
      <Button kind="main" onClick={reset}>
        {t('web:error.again')}
      </Button>
      <Button onClick={() => window.location.reload()}>{t('web:error.reload')}</Button>
    </EmptyState>
  );
}
