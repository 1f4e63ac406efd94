import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../text.ts';
import { SignInForm } from '../widgets/sign-in-form.tsx';
import css from './sign-in.module.css';

export default function SignIn() {
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <div className={css.column}>
      <SignInForm title={t('web:signIn.title')} onDone={() => void navigate({ to: '/tasks' })} />
    </div>
  );
}
