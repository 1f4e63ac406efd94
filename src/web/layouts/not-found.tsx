import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTexts } from '../text.ts';
import { buttonClass } from '../widgets/button.tsx';
import { EmptyState } from '../widgets/empty-state.tsx';
import css from './public.module.css';

export function NotFound() {
  const { t } = useTexts();
  const title = t('web:notFound.title');
  useEffect(() => {
    document.title = `${title}. ${t('web:product')}`;
  }, [title, t]);
  return (
    <div className={css.wrap}>
      <EmptyState title={title} text={t('web:notFound.text')}>
        <Link to="/" className={buttonClass({ kind: 'main' })}>
          {t('web:notFound.home')}
        </Link>
      </EmptyState>
    </div>
  );
}
