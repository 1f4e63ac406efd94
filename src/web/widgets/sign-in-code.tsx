import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../http.ts';
import { useSessionActs } from '../session.tsx';
import { useTexts } from '../text.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import css from './sign-in-form.module.css';

/** The second half of signing in, in the same place, so that a form under the dialog is not left. */
export function SignInCode({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const { renew } = useSessionActs();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await call('/api/auth/two-factor/verify-totp', { method: 'POST', body: { code: code.trim() } });
      await renew();
      onDone();
    } catch {
      setProblem(t('web:signIn.codeWrong'));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={css.form}>
      <Field
        label={t('web:signIn.code')}
        hint={t('web:signIn.codeHint')}
        name="code"
        error={problem}
        required
      >
        {(input) => (
          <input
            {...input}
            inputMode="numeric"
            maxLength={6}
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" kind="main" size="l">
        {t('web:signIn.enter')}
      </Button>
      <Link to="/sign-in/code">{t('web:signIn.spare')}</Link>
    </form>
  );
}
