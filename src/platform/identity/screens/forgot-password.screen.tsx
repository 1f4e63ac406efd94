import { useState } from 'react';
import { call } from '../../../web/http.ts';
import { useTexts } from '../../../web/text.ts';
import css from './column.module.css';
import { OneFieldForm } from './one-field-form.tsx';

/** Says the same whether the address is known or not. */
export default function ForgotPassword() {
  const { t } = useTexts();
  const [sentTo, setSentTo] = useState('');
  return (
    <div className={css.column}>
      <h1>{t('identity:forgot.title')}</h1>
      {sentTo ? (
        <p role="status">{t('identity:forgot.sent', { email: sentTo })}</p>
      ) : (
        <OneFieldForm
          name="email"
          label={t('identity:forgot.email')}
          button={t('identity:forgot.button')}
          input={{ type: 'email', autoComplete: 'username' }}
          send={async (email) => {
            await call('/api/auth/request-password-reset', { method: 'POST', body: { email } });
            setSentTo(email);
          }}
        />
      )}
    </div>
  );
}
