import { type ReactNode, useEffect } from 'react';
import type { Page } from '../page.ts';
import { useSession } from '../session.tsx';
import { useTexts } from '../text.ts';
import { EmptyState } from '../widgets/empty-state.tsx';
import { SignInForm } from '../widgets/sign-in-form.tsx';
import css from './guard.module.css';

/** Sets the title of the window and lets in only those who may see the page. The server checks again. */
export function Guard({ page, children }: { page: Page; children: ReactNode }) {
  const { t } = useTexts();
  const { loading, signedIn, may } = useSession();
  const title = t(page.title);
  useEffect(() => {
    document.title = `${title}. ${t('web:product')}`;
  }, [title, t]);
  const closed = page.layout === 'desk' || page.right !== undefined;
  if (closed && loading) return null;
  if (closed && !signedIn)
    return (
      <div className={css.door}>
        <SignInForm title={t('web:signIn.toSee')} />
      </div>
    );
  if (page.right && !may(page.right))
    return <EmptyState title={t('web:noRight.title')} text={t('web:noRight.text')} />;
  return children;
}
