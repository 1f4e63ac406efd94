import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTexts } from '../text.ts';
import { SignInForm } from '../widgets/sign-in-form.tsx';
import css from './sign-in.module.css';

/** What an outer sign-in may have ended with; anything else in the address says nothing. */
const PROBLEMS = [
  'outerUnknown',
  'outerNotProved',
  'outerNoEmail',
  'outerDenied',
  'outerTooLate',
  'outerFailed',
] as const;

export default function SignIn() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { problem } = useSearch({ strict: false }) as { problem?: string };
  const known = PROBLEMS.find((one) => one === problem);
  return (
    <div className={css.column}>
      <SignInForm
        title={t('web:signIn.title')}
        trouble={known ? t(`identity:error.${known}`) : undefined}
        onDone={() => void navigate({ to: '/tasks' })}
      />
    </div>
  );
}
