import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import { PASSWORD } from '../rules/password.ts';
import css from './column.module.css';
import { OneFieldForm } from './one-field-form.tsx';

/** The letter's link leads here; its token stands behind `#` and is spent by the button. */
export default function ResetPassword() {
  const { t } = useTexts();
  const [done, setDone] = useState(false);
  const send = async (newPassword: string) => {
    const token = globalThis.location.hash.slice(1);
    await call('/api/auth/reset-password', { method: 'POST', body: { token, newPassword } });
    setDone(true);
  };
  return (
    <div className={css.column}>
      <h1>{t('identity:reset.title')}</h1>
      {done ? (
        <p role="status">
          {t('identity:reset.done')} <Link to="/sign-in">{t('identity:reset.signIn')}</Link>
        </p>
      ) : (
        <OneFieldForm
          name="password"
          label={t('identity:reset.password')}
          hint={t('identity:reset.hint', { min: PASSWORD.min })}
          button={t('identity:reset.button')}
          input={{ type: 'password', autoComplete: 'new-password', maxLength: PASSWORD.max }}
          send={send}
        />
      )}
    </div>
  );
}
