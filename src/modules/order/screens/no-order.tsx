import { Link } from '@tanstack/react-router';
import { ApiError } from '../../../web/http.ts';
import { useSession } from '../../../web/session.tsx';
import { useTexts } from '../../../web/text.ts';
import { Button, buttonClass } from '../../../web/widgets/button.tsx';
import { EmptyState } from '../../../web/widgets/empty-state.tsx';

/** Nothing calculated yet: what will be here and who makes it appear. */
export function NoOrder({ error, again }: { error: ApiError; again: () => void }) {
  const { t } = useTexts();
  const { may } = useSession();
  const none = error instanceof ApiError && error.status === 404;
  if (!none)
    return (
      <EmptyState title={t('order:screen.order.title')} text={error.message || t('web:error.text')}>
        <Button onClick={again}>{t('web:error.again')}</Button>
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('order:screen.order.title')}
      text={t(may('order.variant.start') ? 'order:screen.order.none' : 'order:screen.order.noneYet')}
    >
      {may('order.variant.start') && (
        <Link to="/order/variants" className={buttonClass({ kind: 'main' })}>
          {t('order:screen.start.open')}
        </Link>
      )}
    </EmptyState>
  );
}
